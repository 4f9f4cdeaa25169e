import type { WideIntegers } from '../observation/wide-integers.ts'
import type { Witness } from '../vocabulary/witness.ts'
import { faults } from './faults.ts'
import type { Measurement } from './measurement.ts'

/**
 * Whether a column of 64-bit ids is what it was. Its population are the ids that a double cannot carry: if none of
 * them is left, either there never were any, or something has rounded them all.
 */
export function damagedIds(column: string, before: WideIntegers, after: WideIntegers): Measurement {
  const witnesses = (['rows', 'wide', 'inexact', 'nonInteger'] as const).flatMap((what): Witness[] =>
    after[what] === before[what]
      ? []
      : [{ where: column, what: `${LABELS[what]}: ${after[what]}; ${before[what]} before` }],
  )
  if (after.nonInteger > 0)
    witnesses.push({ where: column, what: `${after.nonInteger} values are no integers` })
  return faults({
    subject: column,
    population: before.inexact,
    witnesses,
    usualCause: 'Ids that were read into JavaScript numbers on their way, which hold 53 bits.',
  })
}

const LABELS = {
  rows: 'values',
  wide: 'beyond 2^53',
  inexact: 'ids that no double can carry',
  nonInteger: 'values that are no integers',
} as const
