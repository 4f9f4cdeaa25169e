import type { Witness } from '../vocabulary/witness.ts'

/**
 * The unit of a value, which is also what its tolerance is stated in:
 * `share`: rows that fulfil something, out of the population · `faults`: things that should not be ·
 * `rows` · `bytes` · `milliseconds` · `ratio`: times the baseline that the subject names · `growth`: what came
 * on top, as a part of what was there before.
 */
export type Unit = 'share' | 'faults' | 'rows' | 'bytes' | 'milliseconds' | 'ratio' | 'growth'

/** Where a value that was sampled lies, in its unit: both ends belong to it, and the value is between them. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** A value and what it rests on. Frozen, plain data. */
export interface Measurement {
  /** What was measured, in the plan's words: `wom_snapshots.user_id`. */
  readonly subject: string
  readonly unit: Unit
  readonly value: number
  /** Given where another run would give another value. A value without it is exact. */
  readonly interval?: Interval
  /** How many rows or objects were looked at. Zero means that the value says nothing. */
  readonly population: number
  /** The first rows or objects that speak against it, ten at the most. */
  readonly witnesses: readonly Witness[]
  /** How many there are in all. */
  readonly witnessCount: number
  /** What usually is the cause when the value is out of tolerance. */
  readonly usualCause?: string
}
