import type { Interval, Unit } from '../measurement/measurement.ts'
import type { Tolerance } from './tolerance.ts'

/** What a judgement compared, as numbers: for margins, charts and trends. Its texts say the same to people. */
export interface JudgedFigures extends Tolerance {
  /** Of a `share` the value is a count and the limit a rate between 0 and 1, unless the bound is `exactly`. */
  readonly unit: Unit
  readonly value: number
  /** Where the value was sampled. */
  readonly interval?: Interval
}
