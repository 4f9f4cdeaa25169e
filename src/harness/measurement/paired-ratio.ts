import { median } from 'simple-statistics'
import type { TimedOperation } from '../vocabulary/timing.ts'
import type { Measurement } from './measurement.ts'
import { medianInterval } from './median-interval.ts'

/** What pairs of times say. Without an interval they say nothing, and the population is 0. */
export type PairedRatio = Pick<Measurement, 'value' | 'interval' | 'population'>

/**
 * The times of one operation over those of another, round by round, as the median of the pairs and its confidence
 * interval. A time of 0 is a clock that is too coarse: then, as of fewer than five pairs, nothing is claimed.
 */
export function pairedRatio(of: TimedOperation, over: TimedOperation): PairedRatio {
  // A round that only one of them has is no pair.
  const rounds = Math.min(of.milliseconds.length, over.milliseconds.length)
  const times = [of, over].map(({ milliseconds }) => milliseconds.slice(0, rounds))
  const [numerators = [], denominators = []] = times
  const ratios = numerators.map((time, round) => time / (denominators[round] ?? 0))
  const interval = times.flat().every((time) => time > 0) ? medianInterval(ratios) : undefined
  if (interval === undefined) return { value: 0, population: 0 }
  return { value: median(ratios), interval, population: ratios.length }
}
