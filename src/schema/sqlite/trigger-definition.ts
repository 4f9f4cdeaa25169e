/** A trigger as a migration defines it: for each row. */
export interface TriggerDefinition {
  readonly name: string
  readonly table: string
  /** What it fires on: `BEFORE INSERT`. */
  readonly event: string
  /** The condition, on the rows NEW and OLD. */
  readonly when: string
  /** What stands between BEGIN and END. */
  readonly body: string
}
