import type { TimedOperation, Timing } from '../vocabulary/timing.ts'
import type { Measurement } from './measurement.ts'
import { operationWitness } from './operation-witness.ts'
import { type PairedRatio, pairedRatio } from './paired-ratio.ts'
import { timedOperation } from './timed-operation.ts'

/** Names of operations that do the same to databases of different sizes. */
export interface GrowthBetween {
  readonly from: string
  readonly to: string
}

/**
 * How many times the time grew for each time that the rows grew: (time to / time from) / (rows to / rows from), the
 * median of the pairs, with its confidence interval. 1: the cost grows with the rows; below, more slowly. Its population
 * are the pairs; it is 0 where they prove nothing, where rows are unknown or none, and where they do not grow.
 * @throws RangeError for an operation that was not timed.
 */
export function costGrowth(timing: Timing, { from, to }: GrowthBetween): Measurement {
  const [smaller, larger] = [timedOperation(timing, from), timedOperation(timing, to)] as const
  return {
    subject: `${timing.subject}: from "${from}" to "${to}"`,
    unit: 'ratio',
    ...perRows(pairedRatio(larger, smaller), smaller, larger),
    witnesses: [smaller, larger].map(operationWitness),
    witnessCount: 2,
    usualCause:
      'A query that reads a whole table where it could seek: its cost grows with every table that it reads.',
  }
}

function perRows(
  { value, interval, population }: PairedRatio,
  { rows: before = 0 }: TimedOperation,
  { rows: after = 0 }: TimedOperation,
): PairedRatio {
  if (interval === undefined || before <= 0 || after <= before) return { value: 0, population: 0 }
  const times = after / before
  return {
    value: value / times,
    interval: { low: interval.low / times, high: interval.high / times },
    population,
  }
}
