import type { QueryRunner } from 'typeorm'
import type { OpenTarget } from '../target/open-target.ts'
import type { LockWatch } from './lock-watch.ts'
import { watchLocks as onServer } from './postgres/watch-locks.ts'

/** Watches the locks that a runner takes, or nothing where the engine has no locks of tables. */
export async function watchLocks(target: OpenTarget, runner: QueryRunner): Promise<LockWatch | undefined> {
  if (target.address.engine === 'sqlite') return undefined
  const [row] = await runner.query('SELECT pg_backend_pid() AS pid')
  return onServer(target.address, Number(row.pid))
}
