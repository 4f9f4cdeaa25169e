/**
 * How long operations took that were run in turns, A B A B …: the samples at the same place are of the same round, so
 * that a slow moment of the machine slows them all. Plain data.
 */
export interface Timing {
  /** What the operations do, each in its way: `message counts`. */
  readonly subject: string
  readonly clock: ClockName
  readonly operations: readonly TimedOperation[]
}

/** What time was taken by: a clock on the wall, or the processor time that the process used. */
export type ClockName = 'wall clock' | 'processor time'

export interface TimedOperation {
  /** `by id`, `by username`; `production` where the same is done to several databases. */
  readonly name: string
  /** Rows of the database that it worked on, where that is what differs. */
  readonly rows?: number
  /** One for each round, in order; warm-up left out. */
  readonly milliseconds: readonly number[]
}
