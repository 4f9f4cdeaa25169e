import type { OpenTarget } from '../target/open-target.ts'
import { quoteIdentifier } from '../vocabulary/quote-identifier.ts'
import { withObserver } from './with-observer.ts'

/** A migration as TypeORM has recorded it. */
export interface RecordedMigration {
  readonly id: number
  /** Milliseconds since 1970, as they stand in the migration's name. */
  readonly timestamp: number
  /** With its timestamp: `NormalizeUserIds1766426400000`. */
  readonly name: string
}

/** What is recorded as done, in order of id. Empty when the table is missing. */
export function observeHistory(
  target: OpenTarget,
  table = 'migrations',
): Promise<readonly RecordedMigration[]> {
  return withObserver(target, async ({ db, dialect }) => {
    if (!(await dialect.readTables(db)).has(table)) return []
    const rows = await db.all<Record<keyof RecordedMigration, string>>(
      `SELECT CAST(id AS TEXT) AS id, CAST(timestamp AS TEXT) AS timestamp, name
       FROM ${quoteIdentifier(table)} AS t ORDER BY t.id`,
    )
    return rows.map(({ id, timestamp, name }) => ({ id: Number(id), timestamp: Number(timestamp), name }))
  })
}
