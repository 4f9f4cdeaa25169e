/** How the rows of a table differ from those of the same table in another database. */
export interface TableDifferences {
  readonly table: string
  readonly rowsBefore: number
  readonly rowsNow: number
  /** Rows that both have, known by their key. */
  readonly paired: number
  /** By column: in how many paired rows the value is another one, its type included. */
  readonly columns: Readonly<Record<string, number>>
  /** The first values that differ, ten of a column at the most. */
  readonly values: readonly ValueDifference[]
  /** Keys of rows that are gone and that are new, ten each at the most. */
  readonly gone: readonly (readonly string[])[]
  readonly added: readonly (readonly string[])[]
}

/** Values are SQL literals: NULL, 1, 1.0, '1' and X'31' are five different ones. */
export interface ValueDifference {
  readonly key: readonly string[]
  readonly column: string
  readonly now: string
  readonly before: string
}
