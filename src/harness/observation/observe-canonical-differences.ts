import type { OpenTarget } from '../target/open-target.ts'
import { checkColumns } from './check-columns.ts'
import { compareByChunks } from './compare-by-chunks.ts'
import type { RowsRequests } from './observe-rows.ts'
import type { TableDifferences } from './table-differences.ts'
import { withObserver } from './with-observer.ts'

/**
 * Compares tables with those of another target, which may be of another engine: integers, text, moments and floats (by
 * fifteen digits) mean the same there, whatever each engine makes of them.
 * @throws StagegateError for a table or column that one of them has not, or a key that does not tell rows apart.
 */
export function observeCanonicalDifferences(
  target: OpenTarget,
  before: OpenTarget,
  requests: RowsRequests,
): Promise<readonly TableDifferences[]> {
  return withObserver(target, (now) =>
    withObserver(before, async (then) => {
      const found: TableDifferences[] = []
      for (const [table, { key, columns }] of Object.entries(requests)) {
        const request = { table, key, columns }
        for (const observer of [now, then]) await checkColumns(observer, table, [...key, ...columns])
        found.push(
          await compareByChunks(
            request,
            await then.dialect.canonicalSide(then.db, request),
            await now.dialect.canonicalSide(now.db, request),
          ),
        )
      }
      return found
    }),
  )
}
