import { spawn } from 'node:child_process'
import { resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../../../..')

/** Runs a module's text in a process of its own, and kills that as soon as it prints anything. Gives its number. */
export async function killedProcess(module: string): Promise<number> {
  // A test runner's own surroundings would make a child report to it instead of doing its work.
  const { NODE_OPTIONS: _options, NODE_TEST_CONTEXT: _context, ...env } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', module], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child.stdout.once('data', () => child.kill('SIGKILL'))
  const signal = await new Promise((finish, fail) =>
    child.once('error', fail).once('exit', (_, by) => finish(by)),
  )
  if (signal !== 'SIGKILL' || child.pid === undefined) throw new Error('the process ended by itself')
  return child.pid
}
