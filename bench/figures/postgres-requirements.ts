import type { PostgresMeasured } from './postgres-measured.ts'
import { type Requirement, timeRequirement, unmeasuredRequirement } from './requirement.ts'

/** What is required, as multiples of the floor. */
const MOST_TIMES = { migrate: 1.5, observe: 3 } as const
const MIGRATING = 'Migrations 4 to 6 on PostgreSQL'
const OBSERVING = 'Observing the database at head on PostgreSQL, over one scan of it'

/** What is required of PostgreSQL. Start-up and clones are stated only. @param measured or why nothing was */
export function postgresRequirements(measured: PostgresMeasured | string): readonly Requirement[] {
  if (typeof measured === 'string') {
    return [
      unmeasuredRequirement(MIGRATING, measured, `at most ${MOST_TIMES.migrate} times`),
      unmeasuredRequirement(OBSERVING, measured, `at most ${MOST_TIMES.observe} times`),
    ]
  }
  return [
    timeRequirement(MIGRATING, measured.migrate.pairs, MOST_TIMES.migrate),
    timeRequirement(OBSERVING, measured.observe.pairs, MOST_TIMES.observe),
  ]
}
