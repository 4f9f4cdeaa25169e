import type { OpenTarget } from '../target/open-target.ts'
import { withObserver } from './with-observer.ts'

/** The names of a table's columns, in order; null without the table. */
export function observeColumns(target: OpenTarget, table: string): Promise<readonly string[] | null> {
  return withObserver(target, async ({ db, dialect }) => {
    const columns = (await dialect.readTables(db)).get(table)
    return columns?.map(({ name }) => name) ?? null
  })
}
