import { pairedRatio } from '../../src/harness/measurement/paired-ratio.ts'
import { timedOperation } from '../../src/harness/measurement/timed-operation.ts'
import { timingFigures } from '../../src/harness/measurement/timing-figures.ts'
import { formatDuration, formatRatio } from '../../src/harness/vocabulary/format.ts'
import type { Timing } from '../../src/harness/vocabulary/timing.ts'
import type { Requirement } from './requirement.ts'

/** How many times as long one operation may take as another, its baseline, or has to. */
export interface RatioLimit {
  readonly of: string
  readonly over: string
  readonly limit: { readonly atMost: number } | { readonly atLeast: number }
}

/**
 * The time of one operation as a multiple of another's, taken round by round. The median decides; in brackets stands its
 * interval of 90 %.
 * @throws RangeError for an operation that was not timed.
 */
export function ratioRequirement(timing: Timing, { of, over, limit }: RatioLimit): Requirement {
  const [operation, baseline] = [timedOperation(timing, of), timedOperation(timing, over)]
  const { value, interval, population } = pairedRatio(operation, baseline)
  const decided = population > 0
  return {
    what: `${timing.subject}: ${of} over ${over}`,
    floor: `${over} ${formatDuration(timingFigures(baseline.milliseconds).median)}`,
    ours: `${of} ${formatDuration(timingFigures(operation.milliseconds).median)}`,
    measured:
      interval === undefined
        ? 'too few rounds to say'
        : `${of} takes ${formatRatio(value)} times as long as ${over} [${formatRatio(interval.low)} – ${formatRatio(interval.high)}]`,
    required:
      'atMost' in limit
        ? `${of} at most ${limit.atMost} times ${over}`
        : `${of} at least ${limit.atLeast} times ${over}`,
    // What was not measured is not proven.
    met: decided && ('atMost' in limit ? value <= limit.atMost : value >= limit.atLeast),
  }
}
