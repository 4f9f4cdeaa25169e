import type { Destination } from '../../src/harness/migration/migrate.ts'
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
  /** @param hasty It need not outlive a power cut: what is done to it is not timed. */
  copy(hasty?: boolean): Promise<OpenTarget>
  /**
   * The state that a change of this one gives, and what the change came to: on a real database, which is large, done once
   * for all scenarios. Undefined where it is not worth keeping: then everybody has to do it to a copy.
   */
  changed?<T>(change: Change<T>): Promise<Changed<T> | undefined>
  /** A migration on the way back to another one, at which such a state is kept; undefined where there is none. */
  stopBefore?(to: Destination): Destination | undefined
}

/** Something that is done to a database, the same whoever does it first. */
export interface Change<T> {
  /** In words that no other change has: `migrate to AddMissingIndexes`. */
  readonly what: string
  /** Where it leads in the history, if it is a migration. */
  readonly to?: Destination
  /** What it gives back has to survive being written down as JSON. */
  do(target: OpenTarget): Promise<T>
}

export interface Changed<T> {
  readonly specimen: Specimen
  readonly outcome: T
}
