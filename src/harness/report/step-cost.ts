import { formatCount, formatDuration } from '../vocabulary/format.ts'
import type { LockRecord, MigrationStep, StatementRecord } from '../vocabulary/migration-step.ts'

/** What a statement of a migration took, over all its calls: `3 calls, 1.2 s, 586,551 rows`. */
export function statementCost({ calls, milliseconds, rows }: StatementRecord): string {
  return [
    counted(calls, 'call'),
    formatDuration(milliseconds),
    ...(rows === null ? [] : [counted(rows, 'row')]),
  ].join(', ')
}

/** `wom_snapshots closed to readers for 12 ms (ACCESS EXCLUSIVE), 2 waited` */
export function lockText({ table, closes, mode, milliseconds, waiting }: LockRecord): string {
  const waited = waiting === 0 ? 'nobody waited' : `${formatCount(waiting)} waited`
  return `${table} closed to ${closes} for ${formatDuration(milliseconds)} (${mode}), ${waited}`
}

/** The locks of a step, those first that closed a table for longest. */
export function longestLocks({ locks = [] }: MigrationStep): readonly LockRecord[] {
  return locks.toSorted((one, other) => other.milliseconds - one.milliseconds)
}

/** Of the locks of a step the one that kept readers out for longest, and the one that kept writers out. */
export function worstLocks(step: MigrationStep): readonly LockRecord[] {
  const locks = longestLocks(step)
  return (['readers', 'writers'] as const).flatMap(
    (closes) => locks.find((lock) => lock.closes === closes) ?? [],
  )
}

function counted(number: number, noun: string): string {
  return `${formatCount(number)} ${noun}${number === 1 ? '' : 's'}`
}
