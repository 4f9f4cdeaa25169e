import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { EngineVersion, RunEnvironment } from '../harness/verdict/run-record.ts'
import type { Engine } from '../harness/vocabulary/engine.ts'
import { packageFolder, packageVersion } from './package-version.ts'

const run = promisify(execFile)
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const LIBRARIES = ['typeorm', '@cucumber/cucumber']
const DRIVERS: Readonly<Record<Engine, readonly string[]>> = {
  sqlite: ['better-sqlite3', 'sqlite3'],
  postgres: ['pg', 'testcontainers'],
}

/**
 * What a run is made with.
 * @param cwd in the repository whose commit counts
 * @param command reproduces the run; and who asked for it
 * @param engines that the run has
 */
export async function describeEnvironment(
  cwd: string,
  { command, askedBy }: Pick<RunEnvironment, 'command' | 'askedBy'>,
  engines: readonly EngineVersion[],
): Promise<RunEnvironment> {
  const names = [...LIBRARIES, ...engines.flatMap(({ engine }) => DRIVERS[engine])]
  const versions = await Promise.all(
    names.map(async (name) => [name, await packageVersion(packageFolder(name))] as const),
  )
  return {
    stagegate: await packageVersion(ROOT),
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    engines: [...engines],
    libraries: Object.fromEntries(versions),
    commit: await commitOf(cwd),
    askedBy,
    command,
  }
}

async function commitOf(cwd: string): Promise<string | null> {
  try {
    const head = await run('git', ['rev-parse', 'HEAD'], { cwd })
    const changes = await run('git', ['status', '--porcelain'], { cwd, maxBuffer: 64 * 1024 * 1024 })
    return head.stdout.trim() + (changes.stdout.trim() === '' ? '' : '+')
  } catch {
    // No git, no repository, or no commit yet: a run outside a repository is as good as any other.
    return null
  }
}
