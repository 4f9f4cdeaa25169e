/** A value that can be bound. 64-bit integers are bound as text and cast in the statement. */
export type Bound = string | number | Buffer | null

/** An open, read-only connection to a target, by a driver of the observer's own. */
export interface Connection {
  /**
   * All rows of one statement.
   * @throws Error that names the statement, with the driver's error as its `cause`.
   */
  all<Row>(sql: string, params?: readonly Bound[]): Promise<readonly Row[]>
  close(): Promise<void>
}
