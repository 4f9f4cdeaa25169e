import { formatBytes } from '../vocabulary/format.ts'
import type { Measurement } from './measurement.ts'

/** The most memory that a process has held, in bytes. */
export function peakMemory(subject: string, bytes: number): Measurement {
  return {
    subject,
    unit: 'bytes',
    value: bytes,
    // One process; without a figure for it nothing is known.
    population: bytes > 0 ? 1 : 0,
    witnesses: [{ where: subject, what: `${formatBytes(bytes)} resident at its peak` }],
    witnessCount: 1,
    usualCause: 'A query whose whole answer is held at once, or a table that is read to count its rows.',
  }
}
