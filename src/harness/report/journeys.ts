import type { RunRecord, ScenarioRecord } from '../verdict/run-record.ts'
import type { MigrationStep } from '../vocabulary/migration-step.ts'

/** A way through the history that the run took, once or more often. */
export interface Journey {
  /** The scenario that took longest over it. */
  readonly scenario: ScenarioRecord
  readonly steps: readonly MigrationStep[]
  /** Milliseconds of all its steps. */
  readonly milliseconds: number
  /** How many scenarios took the same steps, this one included. */
  readonly taken: number
}

/**
 * The ways that a run's scenarios took through the migrations, the longest first. Scenarios that took the same steps
 * to the same end on the same engine share one, shown by the slowest of them.
 */
export function journeys({ scenarios }: RunRecord): readonly Journey[] {
  const groups = new Map<string, Journey>()
  for (const scenario of scenarios.filter(({ migrations }) => migrations.length > 0)) {
    const key = JSON.stringify([
      scenario.engine,
      scenario.migrations.map((step) => [step.migration, step.direction, step.failure?.message]),
    ])
    const milliseconds = scenario.migrations.reduce((sum, step) => sum + step.milliseconds, 0)
    const known = groups.get(key)
    const taken = (known?.taken ?? 0) + 1
    const isSlower = known === undefined || milliseconds > known.milliseconds
    groups.set(
      key,
      isSlower ? { scenario, steps: scenario.migrations, milliseconds, taken } : { ...known, taken },
    )
  }
  return [...groups.values()].sort((one, other) => other.milliseconds - one.milliseconds)
}
