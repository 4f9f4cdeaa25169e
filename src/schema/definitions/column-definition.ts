/** A column as a migration adds it to a table. */
export interface ColumnDefinition {
  readonly table: string
  readonly name: string
  /** What stands behind the name: type and constraints. */
  readonly definition: string
}
