/** How tests ended. */
export interface Count {
  readonly passed: number
  readonly failed: number
  /** How many were left out, by the reason that they gave. */
  readonly skipped: ReadonlyMap<string, number>
}
