import { formatCount } from '../vocabulary/format.ts'
import type { Witness } from '../vocabulary/witness.ts'
import { faults } from './faults.ts'
import type { Measurement } from './measurement.ts'

/** Rows by table. */
export type Census = Readonly<Record<string, number>>

/** Tables that have another number of rows than they should have, leaving out those that are excepted. */
export function lostRows(expected: Census, actual: Census, except: readonly string[] = []): Measurement {
  const tables = Object.keys(expected).filter((table) => !except.includes(table))
  const witnesses = tables.flatMap((table): Witness[] => {
    const rows = actual[table]
    if (rows === undefined) return [{ where: table, what: 'the table is gone' }]
    if (rows === expected[table]) return []
    return [
      { where: table, what: `${formatCount(rows)} rows; expected ${formatCount(expected[table] ?? 0)}` },
    ]
  })
  return faults({
    subject: 'rows of every table',
    population: tables.reduce((sum, table) => sum + (expected[table] ?? 0), 0),
    witnesses,
    usualCause:
      'A rebuilt table that was not copied whole, or a parent that was dropped while foreign keys cascade.',
  })
}
