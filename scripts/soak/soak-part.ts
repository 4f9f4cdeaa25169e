/** What came of the rounds of a part. */
export interface SoakResult {
  /** What the rounds met, in a few words. */
  readonly summary: string
  /** Of each round that did not come out as it has to, what was seen. */
  readonly failures: readonly string[]
}

/** Runs so many rounds; the seed chooses the moments. */
export type SoakPart = (rounds: number, seed: number) => Promise<SoakResult>
