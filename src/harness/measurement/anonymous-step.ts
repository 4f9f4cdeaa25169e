import { anonymousMessage } from '../vocabulary/anonymous-message.ts'
import { anonymousSql } from '../vocabulary/anonymous-sql.ts'
import type { MigrationStep } from '../vocabulary/migration-step.ts'

/** A migration without the values in its statements and in what it failed with. */
export function anonymousStep(step: MigrationStep): MigrationStep {
  const { slowest, failure } = step
  return {
    ...step,
    slowest: slowest.map((statement) => ({ ...statement, sql: anonymousSql(statement.sql) })),
    ...(failure === undefined ? {} : { failure: { message: anonymousMessage(failure.message) } }),
  }
}
