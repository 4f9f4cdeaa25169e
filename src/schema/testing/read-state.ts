import type { DataSource } from 'typeorm'
import { quoteName } from '../definitions/quote-name.ts'

/** Everything that a database holds, as text that compares. */
export interface DatabaseState {
  /** Object to the text it was made with. */
  readonly catalog: Readonly<Record<string, string | null>>
  /** Table to its rows, in the order of their row ids, with the row id in front. */
  readonly rows: Readonly<Record<string, readonly string[]>>
}

/** Reads every object and every row but those of the migration history and of the engine itself. */
export async function readState(dataSource: DataSource): Promise<DatabaseState> {
  const objects: { type: string; name: string; sql: string | null }[] = await dataSource.query(
    `SELECT type, name, sql FROM sqlite_schema WHERE tbl_name <> 'migrations' AND name <> 'sqlite_sequence' ORDER BY type, name`,
  )
  const rows: Record<string, readonly string[]> = {}
  for (const { type, name } of objects) {
    if (type !== 'table') continue
    const values: object[] = await dataSource.query(
      `SELECT rowid AS "row id", * FROM ${quoteName(name)} ORDER BY rowid`,
    )
    rows[name] = values.map((row) =>
      JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? `${value}n` : value)),
    )
  }
  const catalog = Object.fromEntries(objects.map(({ type, name, sql }) => [`${type} ${name}`, sql]))
  return { catalog, rows }
}
