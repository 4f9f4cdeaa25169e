import type { QueryRunner } from 'typeorm'
import type { FoundColumn } from '../definitions/found-column.ts'
import { quoteName } from '../definitions/quote-name.ts'

/** What a column is, or undefined when there is none of that name. */
export async function columnOf(
  runner: QueryRunner,
  table: string,
  column: string,
): Promise<FoundColumn | undefined> {
  const [found]: { type: string; pk: number }[] = await runner.query(
    `SELECT type, pk FROM pragma_table_xinfo(?, 'main') WHERE name = ?`,
    [table, column],
  )
  if (found === undefined) return undefined
  // A column's type binds no value here.
  const noInteger = `typeof(${quoteName(column)}) <> 'integer'`
  return { type: found.type, primaryKey: found.pk > 0, noInteger }
}
