import type { DataSource } from 'typeorm'
import type { FinishedState } from '../target/finished-state.ts'
import type { BuiltState } from '../target/state.ts'
import type { Store } from '../target/store.ts'
import type { MigrationStep } from '../vocabulary/migration-step.ts'
import { type Destination, migrate } from './migrate.ts'

/** Under this name a migrated state keeps the migrations that led to it, from where everything began. */
const STEPS = 'steps'

/** The migrations that led to a state, with what they cost then; none where everything begins. */
export async function stepsTo(state: FinishedState): Promise<readonly MigrationStep[]> {
  return (await state.readFacts<readonly MigrationStep[]>(STEPS)) ?? []
}

/**
 * Migrates a copy of a finished state, and keeps what the whole way to it has cost.
 * @throws MigrationFailed
 */
export async function advanceState(
  { store, template }: { readonly store: Store; readonly template: DataSource },
  before: FinishedState,
  to: Destination,
): Promise<BuiltState> {
  const target = await store.copy(before, { template, label: 'state' })
  try {
    const steps = await migrate(target, to)
    mustGoThrough(steps)
    return { target, facts: { [STEPS]: [...(await stepsTo(before)), ...steps] } }
  } catch (error) {
    await target[Symbol.asyncDispose]()
    throw error
  }
}

/** @throws MigrationFailed */
export function mustGoThrough(steps: readonly MigrationStep[]): void {
  const failed = steps.find((step) => step.failure)
  if (failed) throw new MigrationFailed(failed.migration, failed.failure?.message ?? '')
}

/** A state cannot be built, because a migration on the way to it fails. */
export class MigrationFailed extends Error {
  override readonly name = 'MigrationFailed'

  constructor(migration: string, message: string) {
    super(`The migration ${migration} fails on the way to the state that is needed: ${message}`)
  }
}
