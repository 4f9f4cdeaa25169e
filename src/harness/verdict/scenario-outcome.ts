import { whyVacuous } from '../gate/why-vacuous.ts'
import { gapsOf } from './gaps-of.ts'
import type { ScenarioRecord } from './run-record.ts'
import { scenarioTrouble } from './scenario-trouble.ts'
import { withoutEmptyClaim } from './without-empty-claim.ts'

/** What a scenario came to. `open` is one that could not judge. */
export type ScenarioOutcome = 'held' | 'breached' | 'open'

/**
 * What a scenario came to by itself: breached where it judged a breach, whatever else befell it; held where it passed and
 * all that it judged held. Any other one could not judge: it failed before, was never finished, looked at nothing.
 */
export function scenarioOutcome(scenario: ScenarioRecord): ScenarioOutcome {
  const outcomes = scenario.judgements.map((judgement) => withoutEmptyClaim(judgement).outcome)
  if (outcomes.includes('breached')) return 'breached'
  if (scenarioTrouble(scenario) !== undefined || outcomes.includes('vacuous')) return 'open'
  // Outside gates there are scenarios that only have to pass.
  return outcomes.length > 0 || scenario.gate === null ? 'held' : 'open'
}

/** Why a scenario could not judge, in one sentence. */
export function whyOpen(scenario: ScenarioRecord): string {
  const [gap] = gapsOf(1, [scenario], false)
  if (gap !== undefined) return gap
  const vacuous = scenario.judgements.map(withoutEmptyClaim).find(({ outcome }) => outcome === 'vacuous')
  return vacuous === undefined ? 'could not judge' : whyVacuous(vacuous)
}
