import type { Unit } from '../measurement/measurement.ts'
import type { StatedTolerance } from './parse-tolerance.ts'
import type { Tolerance } from './tolerance.ts'

type Factors = Partial<Record<StatedTolerance['unit'], number>>

const COUNT: Factors = { '': 1 }

/** How much of a measurement's unit one of a stated unit is. */
const FACTORS: Readonly<Record<Unit, Factors>> = {
  share: { '%': 0.01 },
  growth: { '%': 0.01 },
  faults: COUNT,
  rows: COUNT,
  ratio: { times: 1 },
  milliseconds: { ms: 1, s: 1000, min: 60_000 },
  bytes: { bytes: 1, KB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 },
}

/** What a tolerance of each unit looks like. */
const EXAMPLES: Readonly<Record<Unit, string>> = {
  share: '"at least 98 %" or "exactly 95,474"',
  growth: '"at most 60 %"',
  faults: '"none" or "at most 5"',
  rows: '"exactly 3" or "at most 5"',
  ratio: '"at least 10 times"',
  milliseconds: '"at most 2 s"',
  bytes: '"at most 1.5 GB"',
}

/**
 * A tolerance as it was written, in the unit of what it is held against.
 * @throws RangeError where the two do not go together.
 */
export function toleranceInUnit({ bound, amount, unit }: StatedTolerance, measuredIn: Unit): Tolerance {
  // How many rows are linked exactly is stated as their count; a rate of so many rows is no exact number.
  const factors = measuredIn === 'share' && bound === 'exactly' ? COUNT : FACTORS[measuredIn]
  const factor = factors[unit]
  // Fifteen digits undo the error of the product: 0.01 * 99.3 is not 0.993.
  const limit = Number((amount * (factor ?? Number.NaN)).toPrecision(15))
  const isPossible = factors === COUNT ? Number.isInteger(limit) : measuredIn !== 'share' || limit <= 1
  if (factor === undefined || !isPossible) {
    throw new RangeError(`what is measured in ${measuredIn} is stated like ${EXAMPLES[measuredIn]}`)
  }
  return { bound, limit }
}
