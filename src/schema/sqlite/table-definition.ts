/** A table as a migration defines it. */
export interface TableDefinition {
  readonly name: string
  /** What stands between the parentheses of CREATE TABLE. */
  readonly body: string
}
