import { faults } from './faults.ts'
import type { Measurement } from './measurement.ts'

/** What was expected of something, and what it was instead. */
export interface Expectation {
  readonly of: string
  readonly expected: string
  readonly found: string
}

/** Expectations that are not met. */
export function unmetExpectations(subject: string, expectations: readonly Expectation[]): Measurement {
  return faults({
    subject,
    population: expectations.length,
    witnesses: expectations
      .filter(({ expected, found }) => expected !== found)
      .map(({ of, expected, found }) => ({ where: of, what: `is ${found}; expected ${expected}` })),
  })
}
