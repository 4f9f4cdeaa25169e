import type { MigrationStep } from '../../src/harness/vocabulary/migration-step.ts'

/** The step of one migration. @throws when it did not run, so that a budget for nothing is not kept in silence. */
export function stepOf(steps: readonly MigrationStep[], migration: string | undefined): MigrationStep {
  const step = steps.find((candidate) => candidate.migration === migration && !candidate.failure)
  if (!step)
    throw new RangeError(`the migration "${migration}" did not go through, so that its cost is not known`)
  return step
}
