import type { OpenTarget } from '../target/open-target.ts'
import { checkColumns } from './check-columns.ts'
import type { RowsRequest, TableFingerprint } from './table-fingerprint.ts'
import { type Observer, withObserver } from './with-observer.ts'

/** What to read, by table. */
export type RowsRequests = Readonly<Record<string, Omit<RowsRequest, 'table'>>>

export interface RowsOptions {
  /** Rows a chunk; two fingerprints compare only when it was the same. 4,096 by default. */
  readonly chunkRows?: number
}

/**
 * Hashes of every value of the columns asked for, exact to the type: NULL, '', 1, 1.0, '1' and a blob all differ.
 * The rows stay in the database; a chunk at a time is in memory. Tables come in the order asked for.
 * @throws StagegateError for a table or column that is not there, or a key that does not tell rows apart.
 */
export function observeRows(
  target: OpenTarget,
  requests: RowsRequests,
  { chunkRows = 4096 }: RowsOptions = {},
): Promise<readonly TableFingerprint[]> {
  const read = async (observer: Observer) => {
    const fingerprints: TableFingerprint[] = []
    for (const [table, { key, columns }] of Object.entries(requests)) {
      await checkColumns(observer, table, [...key, ...columns])
      fingerprints.push(await observer.dialect.foldRows(observer.db, { table, key, columns }, chunkRows))
    }
    return fingerprints
  }
  return withObserver(target, read, { whole: true })
}
