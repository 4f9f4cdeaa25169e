import type { MigrationStep } from '../vocabulary/migration-step.ts'
import { faults } from './faults.ts'
import type { Measurement } from './measurement.ts'

/** Whether exactly one migration ran and failed by the interruption, instead of swallowing it or failing otherwise. */
export function interruptedOnly(steps: readonly MigrationStep[], interruption: string): Measurement {
  const interrupted = steps.filter(({ failure }) => failure?.message.includes(interruption))
  const others = steps.filter((step) => !interrupted.includes(step))
  return faults({
    subject: 'migrations that do not report their failure',
    population: 1,
    witnesses: [
      ...others.map(({ migration, failure }) => ({
        where: migration,
        what: failure
          ? `failed otherwise: ${failure.message}`
          : 'went through although one of its statements failed',
      })),
      ...(steps.length === 0 ? [{ where: 'the sequence', what: 'no migration ran' }] : []),
    ],
    usualCause: 'A catch that swallows the error, so that the migration is recorded as done.',
  })
}
