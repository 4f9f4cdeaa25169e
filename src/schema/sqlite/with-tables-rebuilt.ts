import type { QueryRunner } from 'typeorm'
import { withViewsSetAside } from './with-views-set-aside.ts'

/** Runs a step that rebuilds tables, each in its turn: see `withViewsSetAside`. */
export async function withTablesRebuilt(
  runner: QueryRunner,
  _tables: readonly string[],
  step: () => Promise<void>,
): Promise<void> {
  await withViewsSetAside(runner, step)
}
