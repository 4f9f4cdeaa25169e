import type { QueryRunner } from 'typeorm'
import type { FoundColumn } from '../definitions/found-column.ts'
import { tableId } from './table-id.ts'
import { wordOfType } from './types.ts'

/** What a column is, or undefined when there is none of that name. */
export async function columnOf(
  runner: QueryRunner,
  table: string,
  column: string,
): Promise<FoundColumn | undefined> {
  const [found]: { type: string; primaryKey: boolean }[] = await runner.query(
    `SELECT format_type(a.atttypid, a.atttypmod) AS type, EXISTS (
       SELECT FROM pg_constraint AS k WHERE k.conrelid = a.attrelid AND k.contype = 'p' AND a.attnum = ANY (k.conkey)
     ) AS "primaryKey"
     FROM pg_attribute AS a WHERE a.attrelid = $1 AND a.attname = $2 AND a.attnum > 0 AND NOT a.attisdropped`,
    [await tableId(runner, table), column],
  )
  if (found === undefined) return undefined
  // A column's type binds its values: a column of another type is refused as a whole.
  return { type: wordOfType(found.type), primaryKey: found.primaryKey, noInteger: 'false' }
}
