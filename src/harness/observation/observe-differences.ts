import type { OpenTarget } from '../target/open-target.ts'
import { readAhead } from '../target/read-ahead.ts'
import { checkColumns } from './check-columns.ts'
import type { RowsRequests } from './observe-rows.ts'
import type { TableDifferences } from './table-differences.ts'
import { type Observer, withObserver } from './with-observer.ts'

/**
 * Compares tables with those of another target, row by row and value by value. Quicker than two fingerprints, and it
 * knows which rows differ; both databases have to be within reach of one connection.
 * @throws StagegateError for a table or column that one of them has not, or a key that does not tell rows apart.
 */
export async function observeDifferences(
  target: OpenTarget,
  before: OpenTarget,
  requests: RowsRequests,
): Promise<readonly TableDifferences[]> {
  const compare = async (observer: Observer) => {
    const found: TableDifferences[] = []
    for (const [table, { key, columns }] of Object.entries(requests)) {
      await checkColumns(observer, table, [...key, ...columns])
      found.push(await observer.dialect.compareRows(observer.db, before.address, { table, key, columns }))
    }
    return found
  }
  await using _lease = before.lease('observer')
  await readAhead(before.address)
  return await withObserver(target, compare, { whole: true })
}
