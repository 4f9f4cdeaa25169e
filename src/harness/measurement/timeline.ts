import { formatDuration } from '../vocabulary/format.ts'
import type { MigrationStep } from '../vocabulary/migration-step.ts'
import type { Witness } from '../vocabulary/witness.ts'
import { databaseGrowth } from './database-growth.ts'
import { faults } from './faults.ts'
import type { Measurement } from './measurement.ts'

/** Whether the migrations that ran are the ones that ought to, in that order, and none failed. */
export function unexpectedSteps(steps: readonly MigrationStep[], expected: readonly string[]): Measurement {
  const witnesses: Witness[] = steps.flatMap(({ migration, direction, failure }) =>
    failure ? [{ where: `${migration}, ${direction}`, what: failure.message }] : [],
  )
  const ran = steps.filter(({ failure }) => failure === undefined).map(({ migration }) => migration)
  if (ran.join() !== expected.join()) {
    witnesses.push({
      where: 'the sequence',
      what: `ran ${ran.join(', ') || 'nothing'}; expected ${expected.join(', ')}`,
    })
  }
  return faults({
    subject: expected.length === 0 ? 'migrations that run' : 'migrations that go through',
    population: Math.max(expected.length, 1),
    witnesses,
    usualCause:
      'An object that was made by hand with another definition, or rows that break a new constraint.',
  })
}

/** What one migration adds to the size of the database, as a part of it: 0.4 is 40 %. */
export function growth({ migration, bytesBefore, bytesAfter }: MigrationStep): Measurement {
  return databaseGrowth(migration, bytesBefore, bytesAfter)
}

/** Duration of one migration in milliseconds, with its slowest statements as witnesses. */
export function duration(step: MigrationStep): Measurement {
  return {
    subject: step.migration,
    unit: 'milliseconds',
    value: step.milliseconds,
    population: step.statements,
    witnesses: step.slowest.map(({ sql, milliseconds }) => ({
      where: formatDuration(milliseconds),
      what: sql,
    })),
    witnessCount: step.slowest.length,
    usualCause: 'A statement that scans a large table for every row: see the slowest ones.',
  }
}
