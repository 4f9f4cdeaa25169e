import type { OpenTarget } from '../target/open-target.ts'
import { quoteIdentifier } from '../vocabulary/quote-identifier.ts'
import { checkColumns } from './check-columns.ts'
import { typesOf } from './types-of.ts'
import { withObserver } from './with-observer.ts'

export interface ValueColumns {
  readonly table: string
  readonly columns: readonly string[]
}

/** A row's values as exact text, in the order of the columns; NULL is null. */
export type Values = readonly (string | null)[]

/** All rows of a small table, such as the parents of a link, in the order of the columns. */
export function observeValues(
  target: OpenTarget,
  { table, columns }: ValueColumns,
): Promise<readonly Values[]> {
  return withObserver(target, async (observer) => {
    const types = typesOf(await checkColumns(observer, table, columns), columns)
    const sql = columns.map((column) => `t.${quoteIdentifier(column)}`)
    const rows = await observer.db.all<Record<string, string | null>>(
      `SELECT ${sql.map((column, at) => `${observer.dialect.valueText(column, types[at] ?? '')} AS v${at}`).join(', ')}
       FROM ${quoteIdentifier(table)} AS t ORDER BY ${sql.map((column, at) => `${observer.dialect.exactly(column, types[at] ?? '')} NULLS FIRST`).join(', ')}`,
    )
    return rows.map((row) => columns.map((_, at) => row[`v${at}`] ?? null))
  })
}
