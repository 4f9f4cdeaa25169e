import type { RunRecord, ScenarioRecord } from '../../verdict/run-record.ts'
import { sampleJudgement } from '../../verdict/sample/sample-judgement.ts'

/** The run, for tests, with one link of the gate breached and a scenario that failed because of it. */
export function breachOf(code: string, run: RunRecord): RunRecord {
  return {
    ...run,
    scenarios: run.scenarios.map((scenario) => (scenario.gate === code ? breached(scenario) : scenario)),
  }
}

function breached(scenario: ScenarioRecord): ScenarioRecord {
  const breach = sampleJudgement({
    subject: 'wom_snapshots.user_id',
    outcome: 'breached',
    measured: 'matches 91.2 % of 96,097 rows',
    tolerance: 'at least 99.3 %',
    figures: { unit: 'share', value: 87_640, bound: 'at least', limit: 0.993 },
    population: 96_097,
    witnesses: [17, 19, 23, 104, 105, 311].map((id) => ({
      where: `wom_snapshots #${id}`,
      what: 'username is "Jo_hn", user_id is NULL',
    })),
    witnessCount: 8457,
    usualCause: 'names were compared without ignoring case, or a member list is out of date',
  })
  const message = 'DAT301 breached: wom_snapshots.user_id matches 91.2 % of 96,097 rows\n    at Links.match'
  return {
    ...scenario,
    status: 'failed',
    steps: scenario.steps.map((step, index) => (index === 0 ? step : { ...step, status: 'failed', message })),
    judgements: scenario.judgements.map((judgement, index) => (index === 0 ? breach : judgement)),
  }
}
