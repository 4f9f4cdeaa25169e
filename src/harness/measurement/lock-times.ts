import { formatDuration } from '../vocabulary/format.ts'
import type { LockRecord, MigrationStep } from '../vocabulary/migration-step.ts'
import type { Witness } from '../vocabulary/witness.ts'
import { SHOWN_WITNESSES } from './faults.ts'
import type { Measurement } from './measurement.ts'

/**
 * How long migrations kept a table closed to readers or to writers, at the longest, in milliseconds. A step whose locks
 * nobody looked at says nothing.
 */
export function lockTimes(steps: readonly MigrationStep[], closes: LockRecord['closes']): Measurement {
  const closings = steps
    .flatMap(({ migration, locks = [] }) => locks.map((lock) => ({ migration, lock })))
    .filter(({ lock }) => lock.closes === closes)
    .sort((a, b) => b.lock.milliseconds - a.lock.milliseconds)
  const migrations = [...new Set(steps.map(({ migration }) => migration))]
  return {
    subject: `${migrations.join(', ') || 'no migration'}, closed to ${closes}`,
    unit: 'milliseconds',
    value: closings[0]?.lock.milliseconds ?? 0,
    population: steps.filter(({ locks }) => locks !== undefined).length,
    witnesses: closings.slice(0, SHOWN_WITNESSES).map(({ migration, lock }) => witness(migration, lock)),
    witnessCount: closings.length,
    usualCause:
      'A lock that is taken before the long work instead of after it, or a statement that rewrites a large table.',
  }
}

function witness(migration: string, { table, mode, milliseconds, waiting }: LockRecord): Witness {
  const queue = waiting === 0 ? '' : `, ${waiting} ${waiting === 1 ? 'session' : 'sessions'} waiting`
  return { where: `${migration}, ${table}`, what: `${formatDuration(milliseconds)} in ${mode}${queue}` }
}
