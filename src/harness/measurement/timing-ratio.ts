import type { Timing } from '../vocabulary/timing.ts'
import type { Measurement } from './measurement.ts'
import { operationWitness } from './operation-witness.ts'
import { pairedRatio } from './paired-ratio.ts'
import { timedOperation } from './timed-operation.ts'

/** Names of operations: the time of one over the time of the other, which is the baseline. */
export interface RatioOf {
  readonly of: string
  readonly over: string
}

/**
 * How many times as long one operation takes as another: the median of the pairs, with its confidence interval. Its
 * population are the pairs; it is 0 where they prove nothing.
 * @throws RangeError for an operation that was not timed.
 */
export function timingRatio(timing: Timing, { of, over }: RatioOf): Measurement {
  const operations = [timedOperation(timing, of), timedOperation(timing, over)] as const
  return {
    subject: `${timing.subject}: ${of} over ${over}`,
    unit: 'ratio',
    ...pairedRatio(...operations),
    witnesses: operations.map(operationWitness),
    witnessCount: operations.length,
    usualCause: 'An index that is missing, or a query that is no longer shaped for it: look at its plan.',
  }
}
