import type { OpenTarget } from '../../src/harness/target/open-target.ts'
import type { MigrationStep } from '../../src/harness/vocabulary/migration-step.ts'
import type { StateFacts } from './state-facts.ts'

/** A database to start from, and a copy of it when something will change it. */
export interface Specimen {
  /** The state that it is compared with; none for an empty database. */
  readonly origin: StateFacts | undefined
  /** The state that it is in. */
  readonly current: StateFacts | undefined
  /** The migrations that led from the one to the other. */
  readonly steps: readonly MigrationStep[]
  copy(): Promise<OpenTarget>
}
