import type { ScenarioRecord } from './run-record.ts'
import { scenarioTrouble } from './scenario-trouble.ts'
import { withoutEmptyClaim } from './without-empty-claim.ts'

/**
 * What is missing for a proof on one engine, one sentence each: scenarios that did not run, and such that did not pass
 * or judged nothing. `planned` is how many scenarios the plan has there.
 */
export function gapsOf(
  planned: number,
  scenarios: readonly ScenarioRecord[],
  complete: boolean,
): readonly string[] {
  return [...countGaps(planned, scenarios, complete), ...scenarios.flatMap(scenarioGap)]
}

/** Scenarios that are missing, surplus or repeated. Distinct lines are counted: a repetition must not stand in for a missing one. */
function countGaps(planned: number, scenarios: readonly ScenarioRecord[], complete: boolean): string[] {
  const places = scenarios.map(({ uri, line }) => `${uri}:${line}`)
  const ran = new Set(places)
  const repeated = [...ran].filter((place) => places.indexOf(place) !== places.lastIndexOf(place))
  const gaps = repeated.map((place) => `${place} ran more than once`)
  if (ran.size === 0) return [planned === 0 ? 'the Rule has no scenario' : 'no scenario ran']
  if (ran.size > planned) return [...gaps, `${ran.size} scenarios ran, the plan has ${planned}`]
  if (complete && ran.size < planned)
    return [...gaps, `only ${ran.size} of the plan's ${planned} scenarios ran`]
  return gaps
}

function scenarioGap(scenario: ScenarioRecord): readonly string[] {
  const { outcomes, trouble } = seen(scenario)
  if (trouble === undefined) {
    return outcomes.length > 0 ? [] : [`${scenario.uri}:${scenario.line} submitted no judgement`]
  }
  const { status, text, message } = trouble
  if (status !== 'failed') return [text]
  // A step fails because of what it judged; then the judgement itself is the reason.
  if (outcomes.some((outcome) => outcome !== 'held')) return []
  const when = outcomes.length === 0 ? 'failed before it could judge' : 'failed although all it judged held'
  return [`${scenario.uri}:${scenario.line} ${when}: ${message}`]
}

function seen(scenario: ScenarioRecord) {
  return {
    outcomes: scenario.judgements.map((judgement) => withoutEmptyClaim(judgement).outcome),
    trouble: scenarioTrouble(scenario),
  }
}
