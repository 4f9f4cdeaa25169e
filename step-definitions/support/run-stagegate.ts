import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { RunDocument } from './run-document.ts'

/** How a run of the command ended. */
export interface CommandResult {
  readonly exitCode: number
  readonly document: RunDocument
}

const ROOT = resolve(import.meta.dirname, '../..')
/** Documents of whole runs are large. */
const MOST_OUTPUT = 1 << 28

/**
 * Runs `stagegate verify`, on the tiny fixture unless a database is named, in a process of its own, as a person would.
 * @param variables of its environment, besides those of this process
 */
export async function runStagegate(
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
): Promise<CommandResult> {
  const reports = await mkdtemp(join(tmpdir(), 'stagegate-harness-'))
  const command = [
    'bin/stagegate.mjs',
    'verify',
    ...args,
    ...(args.includes('--database') ? [] : ['--profile', 'tiny']),
    '--json',
    '--reports',
    reports,
  ]
  try {
    return await run(command, variables)
  } finally {
    await rm(reports, { recursive: true, force: true })
  }
}

function run(
  command: readonly string[],
  variables: Readonly<Record<string, string>>,
): Promise<CommandResult> {
  const options = { cwd: ROOT, env: { ...process.env, ...variables }, maxBuffer: MOST_OUTPUT }
  return new Promise((finish, fail) => {
    const child = execFile(process.execPath, [...command], options, (error, stdout, stderr) => {
      try {
        finish({ exitCode: child.exitCode ?? -1, document: JSON.parse(stdout) })
      } catch (cause) {
        fail(
          new Error(`${command.join(' ')} printed no document:\n${stdout}\n${stderr}\n${error ?? ''}`, {
            cause,
          }),
        )
      }
    })
  })
}
