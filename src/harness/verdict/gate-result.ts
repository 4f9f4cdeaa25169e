import type { Judgement } from '../gate/judgement.ts'
import { whyVacuous } from '../gate/why-vacuous.ts'
import { type Engine, engineName } from '../vocabulary/engine.ts'
import type { Outcome } from '../vocabulary/outcome.ts'
import { breachSentence } from './breach-sentence.ts'
import type { GateResult } from './decision.ts'
import { gapsOf } from './gaps-of.ts'
import { measuredInShort } from './measured-in-short.ts'
import type { PlannedGate, RunRecord } from './run-record.ts'
import { saidOn, severalEngines } from './several-engines.ts'
import { withoutEmptyClaim } from './without-empty-claim.ts'

/**
 * What a gate of the plan came to in a run: it holds only where it holds on every engine that was asked for and that it
 * applies to. A gate that the selection left out is vacuous and not selected.
 */
export function gateResult(gate: PlannedGate, run: RunRecord, complete: boolean): GateResult {
  const selected = complete || run.scenarios.some((scenario) => scenario.gate === gate.code)
  const parts = enginesOf(gate, run).map((engine) => onOneEngine(gate, engine, run, complete))
  const judgements = parts.flatMap((part) => part.judgements)
  const gaps = selected ? parts.flatMap((part) => part.gaps) : ['left out by the selection']
  const outcome = together(parts.map((part) => part.outcome))
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
    population: populationOf(judgements),
    byEngine: parts.map((part) => ({
      engine: part.engine,
      outcome: part.outcome,
      measured: selected ? measuredInShort(part.unnamed).measured : 'not judged',
      population: populationOf(part.judgements),
    })),
    judgements,
    reasons: outcome === 'held' ? [] : [...judgements.flatMap(reasonOf), ...gaps],
  }
}

/**
 * The engines that were asked for and that the gate applies to, in the order of the run. What each engine has is dealt out
 * for itself: the same shard need not have the gate on every one.
 */
function enginesOf(gate: PlannedGate, { engines, selection, scenarios }: RunRecord): readonly Engine[] {
  const applied = engines.filter((engine) => gate.engines.some((each) => each.engine === engine))
  if (selection.shard === null) return applied
  return applied.filter((engine) =>
    scenarios.some((scenario) => scenario.gate === gate.code && scenario.engine === engine),
  )
}

interface PartOfResult {
  readonly engine: Engine
  readonly outcome: Outcome
  readonly judgements: readonly Judgement[]
  /** The judgements with their subjects as they were submitted. */
  readonly unnamed: readonly Judgement[]
  readonly gaps: readonly string[]
}

function onOneEngine(gate: PlannedGate, engine: Engine, run: RunRecord, complete: boolean): PartOfResult {
  const scenarios = run.scenarios.filter(
    (scenario) => scenario.gate === gate.code && scenario.engine === engine,
  )
  const unnamed = scenarios.flatMap((scenario) => scenario.judgements).map(withoutEmptyClaim)
  const planned = gate.engines.find((applied) => applied.engine === engine)?.scenarios ?? 0
  const gaps = gapsOf(planned, scenarios, complete)
  return {
    engine,
    outcome: outcomeOf(unnamed, gaps),
    judgements: severalEngines(run) ? unnamed.map((judgement) => named(judgement, engine)) : unnamed,
    unnamed,
    gaps: gaps.map((gap) => saidOn(engine, gap, run)),
  }
}

function named(judgement: Judgement, engine: Engine): Judgement {
  return { ...judgement, subject: `${judgement.subject} on ${engineName(engine)}` }
}

function outcomeOf(judgements: readonly Judgement[], gaps: readonly string[]): Outcome {
  if (judgements.some((judgement) => judgement.outcome === 'breached')) return 'breached'
  const proven = judgements.length > 0 && judgements.every((judgement) => judgement.outcome === 'held')
  return proven && gaps.length === 0 ? 'held' : 'vacuous'
}

/** On no engine at all nothing was proven. */
function together(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('breached')) return 'breached'
  return outcomes.length === 0 || outcomes.includes('vacuous') ? 'vacuous' : 'held'
}

function populationOf(judgements: readonly Judgement[]): number {
  return judgements.reduce((sum, judgement) => sum + judgement.population, 0)
}

function reasonOf(judgement: Judgement): string[] {
  if (judgement.outcome === 'held') return []
  if (judgement.outcome === 'breached') return [breachSentence(judgement)]
  return [whyVacuous(judgement)]
}
