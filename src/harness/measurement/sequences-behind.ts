import type { Sequence } from '../observation/sequence.ts'
import { faults } from './faults.ts'
import type { Measurement } from './measurement.ts'

/** Sequences whose next number is not beyond the largest of their column: the next row with it is refused. */
export function sequencesBehind(sequences: readonly Sequence[]): Measurement {
  return faults({
    subject: 'sequences',
    population: sequences.length,
    witnesses: sequences
      .filter(({ next, largest }) => largest !== null && BigInt(next) <= BigInt(largest))
      .map(({ table, column, next, largest }) => ({
        where: `${table}.${column}`,
        what: `its sequence gives ${next} next, and ${largest} is taken`,
      })),
    usualCause:
      'Rows that were inserted with their ids, by a migration or a copy, without setting the sequence.',
  })
}
