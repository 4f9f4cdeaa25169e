import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'

/** A process that has a database open and does nothing with it. Disposing of it kills it. */
export interface IdleHolder extends AsyncDisposable {
  readonly pid: number
}

const ROOT = resolve(import.meta.dirname, '../../../..')

const HOLDER = `
  import Database from 'better-sqlite3'
  const db = new Database(process.argv.at(-1))
  db.prepare('SELECT count(*) FROM sqlite_schema').get()
  process.stdout.write('open')
  process.stdin.resume()
`

export async function idleHolder(file: string): Promise<IdleHolder> {
  // A test runner's own surroundings would make a child report to it instead of doing its work.
  const { NODE_OPTIONS: _options, NODE_TEST_CONTEXT: _context, ...env } = process.env
  const child = spawn(process.execPath, ['--input-type=module', '--eval', HOLDER, '--', file], {
    ...{ cwd: ROOT, env },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  await once(child.stdout, 'data')
  return {
    pid: child.pid ?? 0,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL')
      await exited
    },
  }
}
