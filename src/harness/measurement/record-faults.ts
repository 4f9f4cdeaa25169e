import type { RecordedMigration } from '../observation/observe-history.ts'
import type { Witness } from '../vocabulary/witness.ts'
import { faults } from './faults.ts'
import type { Measurement } from './measurement.ts'

/** A migration that the source code has. */
export interface KnownMigration {
  readonly recordedName: string
  readonly name: string
  readonly timestamp: number
}

/** Whether the record lists exactly the migrations up to one of them, in order, with their timestamps. */
export function recordDrift(
  recorded: readonly RecordedMigration[],
  expected: readonly KnownMigration[],
): Measurement {
  const length = Math.max(recorded.length, expected.length)
  const witnesses: Witness[] = []
  for (let index = 0; index < length; index += 1) {
    const found = line(recorded[index]?.name, recorded[index]?.timestamp)
    const wanted = line(expected[index]?.recordedName, expected[index]?.timestamp)
    if (found !== wanted)
      witnesses.push({ where: `record ${index + 1}`, what: `${found}; expected ${wanted}` })
  }
  return faults({ subject: 'recorded migrations', population: length, witnesses, usualCause: CAUSE })
}

/** Migrations of the source code that are not recorded. */
export function pendingMigrations(
  recorded: readonly RecordedMigration[],
  known: readonly KnownMigration[],
): Measurement {
  const names = new Set(recorded.map(({ name }) => name))
  const pending = known.filter(({ recordedName }) => !names.has(recordedName))
  return faults({
    subject: 'pending migrations',
    population: known.length,
    witnesses: pending.map(({ name }) => ({ where: name, what: 'is not recorded as applied' })),
    usualCause: CAUSE,
  })
}

/** Recorded migrations that the source code does not have. */
export function unknownMigrations(
  recorded: readonly RecordedMigration[],
  known: readonly KnownMigration[],
): Measurement {
  const names = new Set(known.map(({ recordedName }) => recordedName))
  return faults({
    subject: 'unknown migrations',
    population: recorded.length,
    witnesses: recorded
      .filter(({ name }) => !names.has(name))
      .map(({ name, id }) => ({ where: `record ${id}`, what: `${name} is not in the source code` })),
    usualCause: CAUSE,
  })
}

/** Recorded migrations that stand behind one with a later timestamp, or the same. */
export function misplacedMigrations(recorded: readonly RecordedMigration[]): Measurement {
  const witnesses: Witness[] = []
  let youngest: RecordedMigration | undefined
  for (const migration of recorded) {
    if (youngest === undefined || migration.timestamp > youngest.timestamp) youngest = migration
    else
      witnesses.push({
        where: migration.name,
        what: `was applied after ${youngest.name}, which is no older`,
      })
  }
  return faults({
    subject: 'migrations out of order',
    population: recorded.length,
    witnesses,
    usualCause: CAUSE,
  })
}

const CAUSE =
  'A record written by hand, a migration added with an older timestamp, or a rollback that was not recorded.'

function line(name: string | undefined, timestamp: number | undefined): string {
  return name === undefined ? 'nothing' : `${name} of ${timestamp}`
}
