import { faults } from './faults.ts'
import type { Measurement } from './measurement.ts'

/** What the mapper would run to make the database agree with its entities. @param tables how many it compares */
export function driftStatements(statements: readonly string[], tables: number): Measurement {
  return faults({
    subject: 'statements that TypeORM would run',
    population: tables,
    witnesses: statements.map((statement) => ({ where: 'TypeORM', what: statement })),
    usualCause: 'An entity was changed without a migration, or a migration without its entity.',
  })
}
