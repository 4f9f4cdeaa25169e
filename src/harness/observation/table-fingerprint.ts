/** What to read of a table: the columns that tell its rows apart, and the columns to compare. */
export interface RowsRequest {
  readonly table: string
  readonly key: readonly string[]
  readonly columns: readonly string[]
}

/** A hash for each column, by the column's name: SHA-256 in hexadecimal. */
export type ColumnHashes = Readonly<Record<string, string>>

/** The canonical hash of a table's rows, column by column, in the order of the key. */
export interface TableFingerprint {
  readonly table: string
  readonly rows: number
  /** Over the hashes of all chunks: two of them compare only when chunks had the same number of rows. */
  readonly columns: ColumnHashes
  readonly chunks: readonly ChunkFingerprint[]
}

/** Some thousand rows that follow each other. Its keys are SQL literals, one for each column of the key. */
export interface ChunkFingerprint {
  readonly firstKey: readonly string[]
  readonly lastKey: readonly string[]
  readonly rows: number
  readonly columns: ColumnHashes
}

/** The rows from the first key to the last, both included. */
export interface ChunkRange extends RowsRequest {
  readonly firstKey: readonly string[]
  readonly lastKey: readonly string[]
}

/** A row as SQL literals: NULL, 1, 1.0, '1' and X'31' are five different values. */
export interface QuotedRow {
  readonly key: readonly string[]
  /** In the order of the columns asked for. */
  readonly values: readonly string[]
}
