/** What the engine's own checks say. */
export interface Integrity {
  /** How many foreign keys were checked. */
  readonly foreignKeys: number
  /** Rows in the tables that have one. */
  readonly childRows: number
  /** How many rows break a foreign key, each key counted. */
  readonly violationCount: number
  /** The first of them, a hundred at the most. */
  readonly violations: readonly ForeignKeyViolation[]
  /** What the check of the file's structure complains of; empty when it is sound. */
  readonly messages: readonly string[]
}

export interface ForeignKeyViolation {
  readonly table: string
  /** Null for a row of a table without row ids. */
  readonly rowid: string | null
  readonly parent: string
  /** The columns of the foreign key that is broken. */
  readonly columns: readonly string[]
}
