import type { OpenTarget } from '../target/open-target.ts'
import { checkColumns } from './check-columns.ts'
import type { ChunkRange, QuotedRow } from './table-fingerprint.ts'
import { withObserver } from './with-observer.ts'

/**
 * The rows from one key to another, value by value, so that two targets can be compared where their hashes differ.
 * @throws StagegateError for a table or column that is not there.
 */
export function observeChunk(target: OpenTarget, range: ChunkRange): Promise<readonly QuotedRow[]> {
  return withObserver(target, async (observer) => {
    await checkColumns(observer, range.table, [...range.key, ...range.columns])
    return observer.dialect.readChunk(observer.db, range)
  })
}
