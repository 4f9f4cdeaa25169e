import type { OpenTarget } from '../target/open-target.ts'
import { quoteIdentifier } from '../vocabulary/quote-identifier.ts'
import { checkColumns } from './check-columns.ts'
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
    await checkColumns(observer, table, [key, link])
    const { db, dialect } = observer
    const [keySql, linkSql] = [`t.${quoteIdentifier(key)}`, `t.${quoteIdentifier(link)}`]
    return db.all<LinkGroup>(
      `SELECT ${dialect.valueText(keySql)} AS key, ${dialect.valueText(linkSql)} AS link, count(*) AS rows
       FROM ${quoteIdentifier(table)} AS t
       GROUP BY ${dialect.exactly(keySql)}, ${dialect.exactly(linkSql)}
       ORDER BY ${dialect.exactly(keySql)}, ${dialect.exactly(linkSql)}`,
    )
  })
}
