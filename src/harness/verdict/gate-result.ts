import type { Judgement } from '../gate/judgement.ts'
import { whyVacuous } from '../gate/why-vacuous.ts'
import type { Outcome } from '../vocabulary/outcome.ts'
import { breachSentence } from './breach-sentence.ts'
import type { GateResult } from './decision.ts'
import { measuredInShort } from './measured-in-short.ts'
import type { PlannedGate, RunRecord, ScenarioRecord } from './run-record.ts'
import { scenarioTrouble } from './scenario-trouble.ts'

/** What a gate of the plan came to in a run. A gate that the selection left out is vacuous and not selected. */
export function gateResult(gate: PlannedGate, run: RunRecord, complete: boolean): GateResult {
  const scenarios = run.scenarios.filter((scenario) => scenario.gate === gate.code)
  const judgements = scenarios.flatMap((scenario) => scenario.judgements).map(withoutEmptyClaim)
  const selected = complete || scenarios.length > 0
  const gaps = selected ? gapsOf(gate, scenarios, complete) : ['left out by the selection']
  const outcome = outcomeOf(judgements, gaps)
  return {
    code: gate.code,
    title: gate.title,
    description: gate.description,
    uri: gate.uri,
    line: gate.line,
    outcome,
    advisory: gate.advisory && !run.strict,
    selected,
    ...(selected ? measuredInShort(judgements) : { measured: 'not judged', tolerance: '' }),
    population: judgements.reduce((sum, judgement) => sum + judgement.population, 0),
    judgements,
    reasons: outcome === 'held' ? [] : [...judgements.flatMap(reasonOf), ...gaps],
  }
}

/** A judgement of nothing is vacuous, whatever it says of itself. */
function withoutEmptyClaim(judgement: Judgement): Judgement {
  return judgement.population > 0 ? judgement : { ...judgement, outcome: 'vacuous', population: 0 }
}

function outcomeOf(judgements: readonly Judgement[], gaps: readonly string[]): Outcome {
  if (judgements.some((judgement) => judgement.outcome === 'breached')) return 'breached'
  const proven = judgements.length > 0 && judgements.every((judgement) => judgement.outcome === 'held')
  return proven && gaps.length === 0 ? 'held' : 'vacuous'
}

function gapsOf(gate: PlannedGate, scenarios: readonly ScenarioRecord[], complete: boolean): string[] {
  return [...countGaps(gate, scenarios, complete), ...scenarios.flatMap(scenarioGap)]
}

/** Scenarios that are missing, surplus or repeated. Distinct lines are counted: a repetition must not stand in for a missing one. */
function countGaps(gate: PlannedGate, scenarios: readonly ScenarioRecord[], complete: boolean): string[] {
  const places = scenarios.map(({ uri, line }) => `${uri}:${line}`)
  const ran = new Set(places)
  const repeated = [...ran].filter((place) => places.indexOf(place) !== places.lastIndexOf(place))
  const gaps = repeated.map((place) => `${place} ran more than once`)
  if (ran.size === 0) return [gate.scenarios === 0 ? 'the Rule has no scenario' : 'no scenario ran']
  if (ran.size > gate.scenarios) return [...gaps, `${ran.size} scenarios ran, the plan has ${gate.scenarios}`]
  if (complete && ran.size < gate.scenarios)
    return [...gaps, `only ${ran.size} of the plan's ${gate.scenarios} scenarios ran`]
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

function reasonOf(judgement: Judgement): string[] {
  if (judgement.outcome === 'held') return []
  if (judgement.outcome === 'breached') return [breachSentence(judgement)]
  return [whyVacuous(judgement)]
}
