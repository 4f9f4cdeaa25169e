import { formatBytes } from '../vocabulary/format.ts'
import type { Measurement } from './measurement.ts'

/** What a database has grown by between two observations of its size in bytes, as a part of the first: 0.4 is 40 %. */
export function databaseGrowth(subject: string, before: number, after: number): Measurement {
  return {
    subject,
    unit: 'growth',
    value: before === 0 ? 0 : Math.max(0, after / before - 1),
    // One database; an empty one has no size to grow from.
    population: before === 0 ? 0 : 1,
    witnesses: [{ where: subject, what: `${formatBytes(before)} before, ${formatBytes(after)} after` }],
    witnessCount: 1,
    usualCause: 'A table that was copied and not dropped, or indexes that nobody planned.',
  }
}
