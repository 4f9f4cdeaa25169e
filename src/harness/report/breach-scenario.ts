import type { Judgement } from '../gate/judgement.ts'
import type { GateResult } from '../verdict/decision.ts'
import type { RunRecord, ScenarioRecord } from '../verdict/run-record.ts'
import { scenarioEngine } from './scenario-engine.ts'

/** The scenario that a breach of a gate comes from. */
export function breachScenario(
  breach: Judgement,
  gate: GateResult,
  run: RunRecord,
): ScenarioRecord | undefined {
  return run.scenarios.find(
    (scenario) =>
      scenario.gate === gate.code &&
      scenario.judgements.some(
        (judgement) =>
          judgement.outcome === 'breached' &&
          `${judgement.subject}${scenarioEngine(scenario, run)}` === breach.subject &&
          judgement.measured === breach.measured,
      ),
  )
}

/** The anchor of a scenario on a page: its place in the run, because its name and its file may be anything. */
export function scenarioAnchor(scenario: ScenarioRecord, run: RunRecord): string {
  return `scenario-${run.scenarios.indexOf(scenario) + 1}`
}
