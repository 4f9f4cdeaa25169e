import { formatCount } from '../vocabulary/format.ts'
import type { InapplicableScenario } from './inapplicable-scenarios.ts'

/** The name of a scenario, with how often it counts: `from nothing to "<migration>" (6 times)`. */
export function inapplicableName({ name, times }: InapplicableScenario): string {
  return times === 1 ? name : `${name} (${formatCount(times)} times)`
}
