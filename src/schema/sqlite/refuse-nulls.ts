import type { QueryRunner } from 'typeorm'
import { quoteName } from '../definitions/quote-name.ts'
import { withoutValue } from '../definitions/without-value.ts'

/**
 * Stops before rows are copied into a table whose columns must not be empty, to say which rows are the problem. It looks
 * only at columns that may be empty now.
 * @throws SchemaError naming a column and how many rows have nothing in it.
 */
export async function refuseNulls(
  runner: QueryRunner,
  { from, to, columns }: { readonly from: string; readonly to: string; readonly columns: readonly string[] },
): Promise<void> {
  const stricter: { name: string }[] = await runner.query(
    `SELECT n.name FROM pragma_table_xinfo(?, 'main') AS n JOIN pragma_table_xinfo(?, 'main') AS o ON o.name = n.name
     WHERE n."notnull" = 1 AND o."notnull" = 0`,
    [to, from],
  )
  for (const { name } of stricter.filter((column) => columns.includes(column.name))) {
    const [{ empty } = { empty: 0 }]: { empty: number }[] = await runner.query(
      `SELECT count(*) AS empty FROM ${quoteName(from)} WHERE ${quoteName(name)} IS NULL`,
    )
    if (empty > 0) throw withoutValue(from, name, empty)
  }
}
