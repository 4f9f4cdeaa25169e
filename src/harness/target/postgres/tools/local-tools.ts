import { execFile, spawn } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { fits } from './fits.ts'
import { majorVersion } from './major-version.ts'
import type { PostgresTools, RunningTool, ToolCall, ToolVersions } from './postgres-tools.ts'
import { toolEnvironment } from './tool-environment.ts'
import { unfitFolder } from './tools-error.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Where packages of the systems put the tools of several versions side by side: below these, a folder a version. */
const PARENTS = [
  { folder: '/usr/lib/postgresql', child: /^\d+$/ },
  { folder: '/usr', child: /^pgsql-\d+$/ },
  { folder: '/opt/homebrew/opt', child: /^(?:postgresql|libpq)(?:@\d+)?$/ },
  { folder: '/usr/local/opt', child: /^(?:postgresql|libpq)(?:@\d+)?$/ },
] as const

/** Milliseconds. */
const PATIENCE = 10_000
const STOPPING = 5_000

const run = promisify(execFile)

/**
 * The tools on this machine of the oldest version that will do, as that is the server's own where it is there. The
 * folder that STAGEGATE_POSTGRES_BIN names is taken, and no other one.
 * @throws StagegateError when that folder has none that will do
 */
export async function localTools(
  versions: ToolVersions,
  env: Environment = process.env,
): Promise<PostgresTools | undefined> {
  const named = env.STAGEGATE_POSTGRES_BIN
  if (named) {
    const major = await majorOf(named)
    if (major === undefined || !fits(major, versions)) throw unfitFolder(named, major, versions)
    return toolsIn(named, major, env)
  }
  let best: { readonly folder: string; readonly major: number } | undefined
  for (const folder of await folders(env)) {
    const major = await majorOf(folder)
    if (major === undefined || !fits(major, versions)) continue
    if (best === undefined || major < best.major) best = { folder, major }
  }
  return best && toolsIn(best.folder, best.major, env)
}

async function folders(env: Environment): Promise<readonly string[]> {
  const found: string[] = []
  for (const { folder, child } of PARENTS) {
    const names = await readdir(folder).catch(() => [])
    found.push(...names.filter((name) => child.test(name)).map((name) => join(folder, name, 'bin')))
  }
  // Last: what a path leads to may choose its version itself.
  return [...found, ...(env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')]
}

/** The version of both tools in a folder; undefined where they are not both there, or not the same. */
async function majorOf(folder: string): Promise<number | undefined> {
  const [dumps, restores] = await Promise.all([
    versionOf(join(folder, 'pg_dump')),
    versionOf(join(folder, 'pg_restore')),
  ])
  return dumps === restores ? dumps : undefined
}

async function versionOf(program: string): Promise<number | undefined> {
  return run(program, ['--version'], { timeout: PATIENCE }).then(
    ({ stdout }) => majorVersion(stdout),
    () => undefined,
  )
}

function toolsIn(folder: string, major: number, env: Environment): PostgresTools {
  return { major, location: folder, start: async (call) => started(folder, call, env) }
}

function started(folder: string, call: ToolCall, env: Environment): RunningTool {
  const child = spawn(join(folder, call.tool), [...call.args], {
    env: { ...withoutSettings(env), ...toolEnvironment(call) },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text
  })
  // Whoever writes to a tool that has gone learns why from how it ended.
  child.stdin.on('error', () => {})
  const ended = new Promise<{ code: number | null; complaints: string }>((finish, fail) => {
    child.once('error', fail)
    child.once('close', (code) => finish({ code, complaints }))
  })
  // It may fail before anybody waits for it.
  ended.catch(() => {})
  return {
    stdin: child.stdin,
    stdout: child.stdout,
    ended,
    async stop() {
      // The tool has its server cancel what it is doing; one that does not is not waited for.
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), STOPPING)
      child.stdout.destroy()
      await ended.catch(() => {})
      clearTimeout(late)
    },
  }
}

/** What libpq would take from the surroundings is for other programs; where a password may stand is not. */
function withoutSettings(env: Environment): Environment {
  const kept = ['PGPASSWORD', 'PGPASSFILE']
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !name.startsWith('PG') || kept.includes(name)),
  )
}
