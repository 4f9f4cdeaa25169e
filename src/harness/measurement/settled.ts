import type { TimedOperation, Timing } from '../vocabulary/timing.ts'
import { pairedRatio } from './paired-ratio.ts'

/** The width of an interval that is narrow enough, as a part of the median. */
const WIDEST = 0.2

/**
 * Whether the ratio of every operation to each one before it is known well enough: its interval is no wider than a
 * fifth of its median. One operation alone has nothing to be compared with and is settled; none is not.
 *
 * Asked again after every round, as it is meant to be, it makes an interval somewhat less certain than its confidence
 * says. It looks at the width alone, never at the side of a limit on which the interval lies: it favours no outcome.
 */
export function settled({ operations }: Timing): boolean {
  if (operations.length === 0) return false
  return operations.every((later, at) => operations.slice(0, at).every((before) => isNarrow(later, before)))
}

function isNarrow(of: TimedOperation, over: TimedOperation): boolean {
  const { value, interval } = pairedRatio(of, over)
  return interval !== undefined && interval.high - interval.low <= WIDEST * value
}
