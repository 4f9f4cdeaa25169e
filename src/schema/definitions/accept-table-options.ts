/** What a table may be. */
export interface AcceptTableOptions {
  readonly table: string
  /** The bodies that it may have exactly, but for the order of its columns. */
  readonly exactly: readonly string[]
  /** The bodies from which it may differ in names of types, in NOT NULL and in the order of its columns. */
  readonly alike?: readonly string[]
}
