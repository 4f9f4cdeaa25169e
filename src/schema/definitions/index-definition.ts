/** An index as a migration defines it: whole columns, ascending, every row. */
export interface IndexDefinition {
  readonly name: string
  readonly table: string
  readonly columns: readonly string[]
  readonly unique?: true
}
