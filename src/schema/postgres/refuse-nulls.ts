import type { QueryRunner } from 'typeorm'
import { quoteName } from '../definitions/quote-name.ts'
import type { Rebuild } from '../definitions/rebuild.ts'
import { withoutValue } from '../definitions/without-value.ts'
import type { ParsedBody } from './parse-body.ts'
import { tableId } from './table-id.ts'

/**
 * Stops before rows are copied into a table whose columns must not be empty, to say which rows are the problem. It looks
 * only at columns that may be empty now.
 * @throws SchemaError naming a column and how many rows have nothing in it.
 */
export async function refuseNulls(
  runner: QueryRunner,
  {
    table,
    parsed,
    values,
  }: { readonly table: string; readonly parsed: ParsedBody; readonly values: Rebuild['values'] },
): Promise<void> {
  const loose: { name: string }[] = await runner.query(
    'SELECT attname AS name FROM pg_attribute WHERE attrelid = $1 AND attnum > 0 AND NOT attisdropped AND NOT attnotnull',
    [await tableId(runner, table)],
  )
  for (const { name, notNull } of parsed.columns) {
    if (!notNull || values[name] !== `old.${name}` || !loose.some((column) => column.name === name)) continue
    const [{ empty } = { empty: 0 }]: { empty: number }[] = await runner.query(
      `SELECT count(*) AS empty FROM ${quoteName(table)} WHERE ${quoteName(name)} IS NULL`,
    )
    if (empty > 0) throw withoutValue(table, name, empty)
  }
}
