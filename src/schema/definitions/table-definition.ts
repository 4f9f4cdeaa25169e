/** A table as a migration defines it, in the words of SQLite: `integer`, `datetime`. */
export interface TableDefinition {
  readonly name: string
  /** What stands between the parentheses of CREATE TABLE. */
  readonly body: string
}
