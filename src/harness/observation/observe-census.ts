import type { OpenTarget } from '../target/open-target.ts'
import { quoteIdentifier } from '../vocabulary/quote-identifier.ts'
import { type CatalogScope, TOOL_TABLES } from './catalog-scope.ts'
import { withObserver } from './with-observer.ts'

/** How many rows each table has, by the table's name. */
export type Census = Readonly<Record<string, number>>

export function observeCensus(
  target: OpenTarget,
  { leaveOut = TOOL_TABLES }: CatalogScope = {},
): Promise<Census> {
  return withObserver(target, async ({ db, dialect }) => {
    const census: Record<string, number> = {}
    for (const table of (await dialect.readTables(db)).keys()) {
      if (leaveOut.includes(table)) continue
      const [row] = await db.all<{ rows: number }>(`SELECT count(*) AS rows FROM ${quoteIdentifier(table)}`)
      census[table] = Number(row?.rows)
    }
    return census
  })
}
