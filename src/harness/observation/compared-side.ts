import type { ColumnHashes, QuotedRow } from './table-fingerprint.ts'

/** The values of a row's key as SQL literals. */
export type Key = readonly string[]

/** The rows behind one key, up to another one that is included. Without a key it is open at that end. */
export interface OpenRange {
  readonly after?: Key | undefined
  readonly upTo?: Key | undefined
}

export interface FoldedRange {
  readonly rows: number
  /** Undefined when there are no rows. */
  readonly lastKey: Key | undefined
  /** Over the keys of all rows. */
  readonly keyHash: string
  readonly columns: ColumnHashes
}

/** A table as one of two that are compared. Both are in the same order, and have the same hash for the same values. */
export interface ComparedSide {
  /** Hashes the first rows of a range. @param limit how many at the most */
  fold(range: OpenRange, limit: number): Promise<FoldedRange>
  /** All rows of a range, value by value, in the order of the key. */
  read(range: OpenRange, columns: readonly string[]): Promise<readonly QuotedRow[]>
}
