import type { QueryRunner } from 'typeorm'
import { quoteName } from '../definitions/quote-name.ts'
import { tableId } from './table-id.ts'
import { wordOfType } from './types.ts'

/** A body that makes the columns of a table again, and its primary key of one column. */
export async function bodyOf(runner: QueryRunner, table: string): Promise<string> {
  const columns: { name: string; type: string; notNull: boolean; key: boolean }[] = await runner.query(
    `SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS "notNull", EXISTS (
       SELECT FROM pg_constraint AS k WHERE k.conrelid = a.attrelid AND k.contype = 'p' AND a.attnum = ANY (k.conkey)
     ) AS key
     FROM pg_attribute AS a WHERE a.attrelid = $1 AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`,
    [await tableId(runner, table)],
  )
  return columns
    .map(({ name, type, notNull, key }) =>
      [
        quoteName(name),
        wordOfType(type),
        ...(key ? ['PRIMARY KEY'] : []),
        ...(notNull ? ['NOT NULL'] : []),
      ].join(' '),
    )
    .join(', ')
}
