/** What numbers the rows of a column by itself. Numbers are exact text. */
export interface Sequence {
  readonly table: string
  readonly column: string
  /** The last number that it gave; null when it has given none. */
  readonly last: string | null
  /** The number that it gives next. */
  readonly next: string
  /** The largest value of the column; null when there is none. */
  readonly largest: string | null
}
