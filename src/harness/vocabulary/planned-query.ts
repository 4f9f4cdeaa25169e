/** How the engine means to answer one statement of something that the product asks. Plain data. */
export interface PlannedQuery {
  /** What is asked: `latest snapshots`. */
  readonly subject: string
  /** In which way: `by id`, `by username`. */
  readonly way: string
  /** The statement as it was sent, its parameters unbound. */
  readonly sql: string
  /** The engine's own lines, in its order. */
  readonly steps: readonly string[]
}
