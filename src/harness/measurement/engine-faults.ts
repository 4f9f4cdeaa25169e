import type { Integrity } from '../observation/integrity.ts'
import { faults } from './faults.ts'
import type { Measurement } from './measurement.ts'

/** Rows that the engine itself finds without their parent. */
export function violatedForeignKeys({
  foreignKeys,
  childRows,
  violationCount,
  violations,
}: Integrity): Measurement {
  return faults({
    subject: `${foreignKeys} foreign keys`,
    // Without a foreign key the engine has nothing to check, however many rows there are.
    population: foreignKeys === 0 ? 0 : childRows,
    count: violationCount,
    witnesses: violations.map(({ table, rowid, parent, columns }) => ({
      where: `${table} #${rowid ?? '?'}`,
      what: `its ${columns.join(', ')} is not in ${parent}`,
    })),
    usualCause:
      'A parent was removed or numbered anew while foreign keys were off, as they are during migrations.',
  })
}

/** What the engine's check of its own file complains of. */
export function unsoundness({ messages }: Integrity, rows: number): Measurement {
  return faults({
    subject: 'structure of the file',
    population: rows,
    witnesses: messages.map((message) => ({ where: 'database', what: message })),
    usualCause: 'A copy taken while somebody wrote, a full disk, or a damaged file.',
  })
}
