import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { RunEnvironment } from '../harness/verdict/run-record.ts'

const run = promisify(execFile)
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const LIBRARIES = ['typeorm', 'better-sqlite3', 'sqlite3', '@cucumber/cucumber']

/** What a run is made with. `command` reproduces it; `cwd` is in the repository whose commit counts. */
export async function describeEnvironment(cwd: string, command: string): Promise<RunEnvironment> {
  const versions = await Promise.all(
    LIBRARIES.map(async (name) => [name, await versionOf(folderOf(name))] as const),
  )
  return {
    stagegate: await versionOf(ROOT),
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    engines: [{ engine: 'sqlite', version: await sqliteVersion() }],
    libraries: Object.fromEntries(versions),
    commit: await commitOf(cwd),
    command,
  }
}

/** The SQLite that the driver carries; its source comes with the package and names the version. */
async function sqliteVersion(): Promise<string> {
  const driver = folderOf('better-sqlite3')
  const header = await readFile(join(driver, 'deps', 'sqlite3', 'sqlite3.h'), 'utf8').catch(() => '')
  const version = /#define SQLITE_VERSION\s+"([^"]+)"/.exec(header)?.[1]
  return version ?? `of better-sqlite3 ${await versionOf(driver)}`
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

/** A package's folder. Found by its main file, because packages need not export their package.json. */
function folderOf(name: string): string {
  const main = createRequire(import.meta.url).resolve(name)
  const marker = join('node_modules', name)
  return main.includes(marker) ? main.slice(0, main.lastIndexOf(marker) + marker.length) : dirname(main)
}

async function versionOf(folder: string): Promise<string> {
  const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => '{}')
  const { version } = JSON.parse(text) as { readonly version?: string }
  return version ?? 'unknown'
}
