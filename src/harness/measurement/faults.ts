import type { Witness } from '../vocabulary/witness.ts'
import type { Measurement } from './measurement.ts'

/** How many witnesses a measurement carries. */
export const SHOWN_WITNESSES = 10

export interface FaultsOptions {
  readonly subject: string
  /** How many rows or objects were looked at. */
  readonly population: number
  readonly witnesses: readonly Witness[]
  /** How many faults there are, when they were counted and not all listed. */
  readonly count?: number
  readonly usualCause?: string
}

/** A measurement that counts what should not be. */
export function faults({ subject, population, witnesses, count, usualCause }: FaultsOptions): Measurement {
  const value = Math.max(count ?? 0, witnesses.length)
  return {
    subject,
    unit: 'faults',
    value,
    // What was found was looked at: a fault is never vacuous.
    population: Math.max(population, value),
    witnesses: witnesses.slice(0, SHOWN_WITNESSES),
    witnessCount: value,
    ...(usualCause === undefined ? {} : { usualCause }),
  }
}
