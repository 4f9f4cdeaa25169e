import type { OpenTarget } from '../target/open-target.ts'
import { quoteIdentifier } from '../vocabulary/quote-identifier.ts'
import { checkColumns } from './check-columns.ts'
import type { ValueColumns, Values } from './observe-values.ts'
import { typesOf } from './types-of.ts'
import { withObserver } from './with-observer.ts'

/** Values that several rows have in common. */
export interface Duplicate {
  readonly values: Values
  readonly rows: number
}

/**
 * What a unique constraint on these columns would refuse: equal by the columns' collation, and no NULL among
 * the values. Most rows first.
 */
export function observeDuplicates(
  target: OpenTarget,
  { table, columns }: ValueColumns,
): Promise<readonly Duplicate[]> {
  return withObserver(target, async (observer) => {
    const types = typesOf(await checkColumns(observer, table, columns), columns)
    const sql = columns.map((column) => `t.${quoteIdentifier(column)}`)
    const values = sql.map(
      (column, at) => `${observer.dialect.valueText(`min(${column})`, types[at] ?? '')} AS v${at}`,
    )
    const rows = await observer.db.all<Record<string, string> & { rows: number }>(
      `SELECT count(*) AS rows, ${values.join(', ')} FROM ${quoteIdentifier(table)} AS t
       WHERE ${sql.map((column) => `${column} IS NOT NULL`).join(' AND ')}
       GROUP BY ${sql.join(', ')} HAVING count(*) > 1 ORDER BY count(*) DESC, ${sql.join(', ')}`,
    )
    return rows.map((row) => ({ values: columns.map((_, at) => row[`v${at}`] ?? null), rows: row.rows }))
  })
}
