/** What every row of a table gets in a column of its own: a value out of the first row that another table has for it. */
export interface Filling {
  readonly table: string
  readonly column: string
  /** An expression over the other table: `author.user_id`. */
  readonly value: string
  /** The other table and which of its rows belongs to a row of this one: `authors AS author WHERE …`. */
  readonly from: string
}
