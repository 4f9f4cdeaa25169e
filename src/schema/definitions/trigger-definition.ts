/** A trigger as a migration defines it: for each row. The text is SQLite's. */
export interface TriggerDefinition {
  readonly name: string
  readonly table: string
  /** What it fires on: `BEFORE INSERT`. */
  readonly event: string
  /** The condition, on the rows NEW and OLD. */
  readonly when: string
  /** What stands between BEGIN and END. */
  readonly body: string
  /** On PostgreSQL, where it takes a trigger to refuse what this one refuses; its keys refuse the rest. */
  readonly postgres?: {
    readonly when: string
    /** What it says when it refuses. */
    readonly message: string
  }
}
