import type { OpenTarget } from '../target/open-target.ts'
import { quoteIdentifier } from '../vocabulary/quote-identifier.ts'
import { checkColumns } from './check-columns.ts'
import { typesOf } from './types-of.ts'
import { withObserver } from './with-observer.ts'

export interface NewestRequest {
  readonly table: string
  /** Of moments in a form that sorts by time. */
  readonly column: string
  /** Later values are left out. */
  readonly atOrBefore?: string
}

/**
 * The newest value of a column as exact text; null when there is none.
 * @throws StagegateError for a table or column that is not there.
 */
export function observeNewest(
  target: OpenTarget,
  { table, column, atOrBefore }: NewestRequest,
): Promise<string | null> {
  return withObserver(target, async (observer) => {
    const [type = ''] = typesOf(await checkColumns(observer, table, [column]), [column])
    const value = observer.dialect.exactly(`t.${quoteIdentifier(column)}`, type)
    const [row] = await observer.db.all<{ newest: string | null }>(
      `SELECT ${observer.dialect.valueText('v.newest', type)} AS newest
       FROM (SELECT max(${value}) AS newest FROM ${quoteIdentifier(table)} AS t
         ${atOrBefore === undefined ? '' : `WHERE ${value} <= ${observer.dialect.parameter(1)}`}) AS v`,
      atOrBefore === undefined ? [] : [atOrBefore],
    )
    return row?.newest ?? null
  })
}
