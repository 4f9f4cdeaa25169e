import type { GateResult } from '../verdict/decision.ts'
import type { RunRecord, ScenarioRecord } from '../verdict/run-record.ts'
import { withoutEmptyClaim } from '../verdict/without-empty-claim.ts'

/**
 * The scenarios that speak against a gate, those that breached it before those that could not judge. None where it
 * holds, and where no scenario ran at all.
 */
export function scenariosAgainst(gate: GateResult, run: RunRecord): readonly ScenarioRecord[] {
  if (gate.outcome === 'held') return []
  const engines = gate.byEngine.map(({ engine }) => engine)
  const own = run.scenarios.filter(
    (scenario) => scenario.gate === gate.code && engines.includes(scenario.engine),
  )
  const breached = own.filter((scenario) => outcomesOf(scenario).includes('breached'))
  const unable = own.filter((scenario) => !breached.includes(scenario) && !holds(scenario))
  return [...breached, ...unable]
}

function holds(scenario: ScenarioRecord): boolean {
  const outcomes = outcomesOf(scenario)
  return scenario.status === 'passed' && outcomes.length > 0 && outcomes.every((each) => each === 'held')
}

function outcomesOf({ judgements }: ScenarioRecord) {
  return judgements.map((judgement) => withoutEmptyClaim(judgement).outcome)
}
