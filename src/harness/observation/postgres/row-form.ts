/** What values look like where rows are hashed, read and put in order. Each takes the SQL of a value, and its type. */
export interface RowForm {
  /** SQL for the hash of all values of a column, as bytes. */
  hash(value: string, type: string): string
  /** SQL for what becomes a value's literal. */
  value(value: string, type: string): string
  /** The same for a column of the key. */
  key(value: string, type: string): string
  /** SQL by which rows are put in order, and its type. */
  order(value: string, type: string): string
  orderType(type: string): string
  /** The literal of what the server has written. @param type the number of its type in pg_type */
  literal(text: string | null, type: number): string
}
