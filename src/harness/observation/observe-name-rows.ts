import type { OpenTarget } from '../target/open-target.ts'
import { quoteIdentifier } from '../vocabulary/quote-identifier.ts'
import { checkColumns } from './check-columns.ts'
import { typesOf } from './types-of.ts'
import { withObserver } from './with-observer.ts'

/** How many rows are stored under a name, and what is known of those without a link. */
export interface NameRows {
  /** Exact text. NULL is null and differs from ''. */
  readonly name: string | null
  readonly rows: number
  /** Of these rows, those without a link. */
  readonly unlinked: number
  /** First and last moment of the rows without a link, as exact text; null where there is none. */
  readonly firstSeen: string | null
  readonly lastSeen: string | null
}

export interface NameColumns {
  readonly table: string
  readonly name: string
  readonly link: string
  /** Of moments in a form that sorts by time; null for a table that has none. */
  readonly moment: string | null
}

/**
 * Every name that a table has, in order. Names that a collation would call equal are told apart.
 * @throws StagegateError for a table or column that is not there.
 */
export function observeNameRows(
  target: OpenTarget,
  { table, name, link, moment }: NameColumns,
): Promise<readonly NameRows[]> {
  return withObserver(target, async (observer) => {
    const columns = [name, link, ...(moment === null ? [] : [moment])]
    const [nameType = '', , momentType = ''] = typesOf(await checkColumns(observer, table, columns), columns)
    const { db, dialect } = observer
    const stored = dialect.exactly(`t.${quoteIdentifier(name)}`, nameType)
    const at = moment === null ? 'NULL' : dialect.exactly(`t.${quoteIdentifier(moment)}`, momentType)
    const of = `FROM ${quoteIdentifier(table)} AS t`
    // All rows are counted in an index of names and the others found by one of links, where there are such: a single
    // pass over names and links together would read a table of large rows from its beginning to its end.
    return db.all<NameRows>(
      `SELECT ${dialect.valueText('g.name', nameType)} AS name, CAST(g.of_name AS bigint) AS rows,
         CAST(g.without_link AS bigint) AS unlinked, ${dialect.valueText('g.first_seen', momentType)} AS "firstSeen",
         ${dialect.valueText('g.last_seen', momentType)} AS "lastSeen"
       FROM (
         SELECT ${dialect.exactly('p.name', nameType)} AS name, sum(p.of_name) AS of_name, sum(p.without_link) AS without_link,
           min(${dialect.exactly('p.first_seen', momentType)}) AS first_seen,
           max(${dialect.exactly('p.last_seen', momentType)}) AS last_seen
         FROM (
           SELECT ${stored} AS name, 0 AS of_name, count(*) AS without_link, min(${at}) AS first_seen, max(${at}) AS last_seen
           ${of} WHERE t.${quoteIdentifier(link)} IS NULL GROUP BY ${stored}
           UNION ALL
           SELECT ${stored}, count(*), 0, NULL, NULL ${of} GROUP BY ${stored}
         ) AS p
         GROUP BY ${dialect.exactly('p.name', nameType)}
       ) AS g
       ORDER BY ${dialect.exactly('g.name', nameType)} NULLS FIRST`,
    )
  })
}
