import type { RunRecord, ScenarioRecord } from '../verdict/run-record.ts'
import { severalEngines } from '../verdict/several-engines.ts'
import { engineName } from '../vocabulary/engine.ts'

/** The engine that a scenario ran on, where a run had several: ` on PostgreSQL`; otherwise nothing. */
export function scenarioEngine({ engine }: ScenarioRecord, run: RunRecord): string {
  return severalEngines(run) ? ` on ${engineName(engine)}` : ''
}
