import type { Timing } from '../vocabulary/timing.ts'
import { pairedRatio } from './paired-ratio.ts'

/** How far from the limit an interval has to lie, as a factor, for nobody to ask on which side it is. */
const FAR = 2

/**
 * Whether the ratio of the last operation to the first is known to be on one side of a limit, whatever its exact value: all of
 * its interval is beyond twice the limit, or below half of it. Both sides are asked the same, so that it favours no
 * outcome.
 */
export function decided({ operations }: Timing, limit: number): boolean {
  const [over] = operations
  const of = operations.at(-1)
  if (over === undefined || of === undefined || of === over) return false
  const { interval } = pairedRatio(of, over)
  return interval !== undefined && (interval.low >= FAR * limit || interval.high <= limit / FAR)
}
