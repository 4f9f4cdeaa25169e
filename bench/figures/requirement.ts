import { formatBytes, formatDuration, formatRatio } from '../../src/harness/vocabulary/format.ts'
import { type Comparison, compare, type Pair } from './compare.ts'

/** One line of the result: what was asked for, what was measured, and whether that is enough. */
export interface Requirement {
  readonly what: string
  readonly floor: string
  readonly ours: string
  readonly measured: string
  readonly required: string
  readonly met: boolean
}

/** Time as a multiple of the floor's. The median of the pairs decides. */
export function timeRequirement(what: string, pairs: readonly Pair[], most: number): Requirement {
  const { floor, ours, ratio } = compare(pairs)
  return {
    what,
    floor: formatDuration(floor.median),
    ours: formatDuration(ours.median),
    measured: inShort(ratio),
    required: `at most ${most} times`,
    met: ratio.median <= most,
  }
}

/** @param peaks bytes of each run; null where the system does not tell. The largest decides. */
export function memoryRequirement(
  what: string,
  peaks: readonly (number | null)[],
  below: number,
): Requirement {
  const known = peaks.filter((peak) => peak !== null)
  const most = known.length < peaks.length || known.length === 0 ? undefined : Math.max(...known)
  return {
    what,
    floor: '-',
    ours: '-',
    measured: most === undefined ? 'not measured: no /proc here' : formatBytes(most),
    required: `less than ${formatBytes(below)}`,
    // What was not measured is not proven.
    met: most !== undefined && most < below,
  }
}

/** Every run has to end with GO. */
export function verdictRequirement(what: string, verdicts: readonly string[]): Requirement {
  return {
    what,
    floor: '-',
    ours: '-',
    measured: verdicts.join(', ') || 'no run',
    required: 'GO',
    met: verdicts.length > 0 && verdicts.every((verdict) => verdict === 'GO'),
  }
}

/** One that could not be measured is not met: what was not measured is not proven. @param why in one sentence */
export function unmeasuredRequirement(what: string, why: string, required: string): Requirement {
  return { what, floor: '-', ours: '-', measured: `not measured: ${why}`, required, met: false }
}

function inShort({ median, least, most }: Comparison['ratio']): string {
  return `${formatRatio(median)} times the floor [${formatRatio(least)} – ${formatRatio(most)}]`
}
