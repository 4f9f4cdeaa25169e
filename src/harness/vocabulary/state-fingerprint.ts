/** What a database was at a moment of a rollback, as hashes: SHA-256 in hexadecimal. */
export interface StateFingerprint {
  /** Before the migrations, after them, taken back, and applied again. */
  readonly moment: 'before' | 'after' | 'back' | 'again'
  /** The last migration behind it: `DedupSnapshots`. */
  readonly at: string
  readonly catalog: string
  readonly tables: readonly {
    readonly table: string
    readonly rows: number
    /** Over the hashes of all its columns; null where the rows were only counted. */
    readonly hash: string | null
  }[]
}
