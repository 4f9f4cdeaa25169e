import type { OpenTarget } from '../target/open-target.ts'
import { quoteIdentifier } from '../vocabulary/quote-identifier.ts'
import { checkColumns } from './check-columns.ts'
import { typesOf } from './types-of.ts'
import { withObserver } from './with-observer.ts'

/** How many rows with this key point to this link. Values are exact text; NULL is null and differs from ''. */
export interface LinkGroup {
  readonly key: string | null
  readonly link: string | null
  readonly rows: number
}

export interface LinkColumns {
  readonly table: string
  /** The column that the link is derived from. */
  readonly key: string
  readonly link: string
}

/** Every pair of key and link that occurs in a table. Keys that a collation would call equal are told apart. */
export function observeLinkGroups(
  target: OpenTarget,
  { table, key, link }: LinkColumns,
): Promise<readonly LinkGroup[]> {
  return withObserver(target, async (observer) => {
    const types = typesOf(await checkColumns(observer, table, [key, link]), [key, link])
    const { db, dialect } = observer
    const exactly = (values: readonly string[]) =>
      values.map((value, at) => dialect.exactly(value, types[at] ?? ''))
    const columns = exactly([key, link].map((column) => `t.${quoteIdentifier(column)}`))
    // What is shown is made of the finished groups: PostgreSQL may not know an expression again that it groups by.
    const groups = ['g.key', 'g.link']
    const [keyText, linkText] = groups.map((value, at) => dialect.valueText(value, types[at] ?? ''))
    return db.all<LinkGroup>(
      `SELECT ${keyText} AS key, ${linkText} AS link, g.rows AS rows
       FROM (
         SELECT ${columns[0]} AS key, ${columns[1]} AS link, count(*) AS rows
         FROM ${quoteIdentifier(table)} AS t GROUP BY ${columns.join(', ')}
       ) AS g
       ORDER BY ${exactly(groups)
         .map((value) => `${value} NULLS FIRST`)
         .join(', ')}`,
    )
  })
}
