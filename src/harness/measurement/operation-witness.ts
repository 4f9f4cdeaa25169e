import { formatCount, formatDuration } from '../vocabulary/format.ts'
import type { TimedOperation } from '../vocabulary/timing.ts'
import type { Witness } from '../vocabulary/witness.ts'
import { timingFigures } from './timing-figures.ts'

/** What an operation took, and what it worked on where that is known. */
export function operationWitness({ name, rows, milliseconds }: TimedOperation): Witness {
  const on = rows === undefined ? '' : ` on ${formatCount(rows)} rows`
  if (milliseconds.length === 0) return { where: name, what: `never ran${on}` }
  const { median, best, worst, repetitions } = timingFigures(milliseconds)
  const [middle, least, most] = [median, best, worst].map(formatDuration)
  return {
    where: name,
    what: `median ${middle}, best ${least}, worst ${most} of ${formatCount(repetitions)} repetitions${on}`,
  }
}
