import type { TableDefinition } from './table-definition.ts'

/** A table that gets another definition and keeps its rows. */
export interface Rebuild {
  readonly to: TableDefinition
  /** The bodies that the table may have now. Any other would lose something that nobody here knows of. */
  readonly from: readonly string[]
  /**
   * Bodies that the table may have in another way: a type of the same affinity under another name, NOT NULL or not,
   * another order of columns. The new table then keeps the old body in a comment, for `tableBefore`.
   */
  readonly alike?: readonly string[]
  /** Column of the new table (or `rowid`) to the expression over the old one, `old`, that fills it. */
  readonly values: Readonly<Record<string, string>>
}
