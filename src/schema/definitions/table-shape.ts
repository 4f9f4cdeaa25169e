/**
 * What a table is, as the engine itself reports it: how its text is written plays no part. Each fact is a line that
 * compares with another table's line and can be shown to a reader.
 */
export interface TableShape {
  /** Column to its description, in the table's order: `integer, not null, references clan_members(id) …`. */
  readonly columns: ReadonlyMap<string, string>
  /**
   * Column to what of its description no row can do without: the affinity in the type's place, whether it is the row
   * id, its part in keys, its default. Without NOT NULL: a rebuild looks at the rows for that.
   */
  readonly essentials: ReadonlyMap<string, string>
  /** Everything that belongs to no single column: `unique (username)`, `autoincrement`, `check`. */
  readonly others: readonly string[]
}
