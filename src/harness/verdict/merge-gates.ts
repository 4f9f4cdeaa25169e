import { isDeepStrictEqual } from 'node:util'
import { ENGINES, type Engine } from '../vocabulary/engine.ts'
import { runName } from './run-name.ts'
import type { GateOnEngine, NotApplicable, PlannedGate, RunRecord } from './run-record.ts'

/** The gates of several runs of one plan. */
export interface MergedGates {
  /** Every gate once, in the order of the plan. */
  readonly gates: readonly PlannedGate[]
  readonly notApplicable: readonly NotApplicable[]
  /** Where the plans of the runs differ: each run reads their text for itself, and it may change in between. */
  readonly errors: readonly string[]
}

/**
 * Every gate of the plan, with the scenarios that apply. What does not apply to a database may show only where the
 * scenario runs, in one shard of many: so a gate has as many scenarios as a run says, those that it found inapplicable
 * added, less those that any run did.
 */
export function mergeGates(runs: readonly RunRecord[]): MergedGates {
  const notApplicable = inapplicableIn(runs)
  const all = inOrder(runs)
  const gates = all.flatMap((gate) => {
    const engines = ENGINES.flatMap((engine) => onEngine(gate, engine, runs, notApplicable))
    const applies = engines.some(({ engine }) => runs.some((run) => run.engines.includes(engine)))
    return applies ? [{ ...gate, engines }] : []
  })
  return { gates, notApplicable, errors: all.flatMap((gate) => differences(gate, runs)) }
}

/** One that the first run lacks stands where its own run has it. */
function inOrder(runs: readonly RunRecord[]): readonly PlannedGate[] {
  const merged: PlannedGate[] = []
  for (const { gates } of runs) {
    let place = 0
    for (const gate of gates) {
      const known = merged.findIndex(({ code }) => code === gate.code)
      if (known < 0) merged.splice(place, 0, gate)
      place = (known < 0 ? place : known) + 1
    }
  }
  return merged
}

/** Rows of an outline are told of by one line, so that the same place may be there several times in one run. */
function inapplicableIn(runs: readonly RunRecord[]): readonly NotApplicable[] {
  const merged: NotApplicable[] = []
  const countIn = (all: readonly NotApplicable[], each: NotApplicable) =>
    all.filter((other) => isDeepStrictEqual(other, each)).length
  for (const { notApplicable } of runs)
    for (const [at, each] of notApplicable.entries())
      if (countIn(notApplicable.slice(0, at + 1), each) > countIn(merged, each)) merged.push(each)
  return merged
}

function onEngine(
  gate: PlannedGate,
  engine: Engine,
  runs: readonly RunRecord[],
  notApplicable: readonly NotApplicable[],
): readonly GateOnEngine[] {
  const known = runs.flatMap((run) => scenariosOf(gate, engine, run) ?? [])[0]
  if (known === undefined) return []
  const left = inapplicable(gate, engine, notApplicable)
  const scenarios = known - left
  return left > 0 && scenarios <= 0 ? [] : [{ engine, scenarios }]
}

/** How many scenarios a gate has on an engine as a run read the plan, inapplicable ones included; undefined where it does not say. */
function scenariosOf(
  { code }: PlannedGate,
  engine: Engine,
  { gates, notApplicable }: RunRecord,
): number | undefined {
  const own = gates.find((gate) => gate.code === code)?.engines.find((applied) => applied.engine === engine)
  const left = notApplicable.filter((each) => each.gate === code && each.engine === engine).length
  return own === undefined && left === 0 ? undefined : (own?.scenarios ?? 0) + left
}

function inapplicable({ code }: PlannedGate, engine: Engine, all: readonly NotApplicable[]): number {
  return all.filter((each) => each.gate === code && each.engine === engine).length
}

function differences(gate: PlannedGate, runs: readonly RunRecord[]): string[] {
  return runs.flatMap((run) => {
    const own = run.gates.find(({ code }) => code === gate.code)
    if (own === undefined ? !isMissed(gate, run) : readsTheSame(gate, own, run, runs)) return []
    const what = own === undefined ? 'is missing from' : 'reads otherwise in'
    return [`${gate.code} ${what} the plan that ran on ${runName(run)}: its text changed between the runs`]
  })
}

/** A run that paths narrowed has read their gates only; and a gate of which nothing applies is none. */
function isMissed(gate: PlannedGate, run: RunRecord): boolean {
  if (!run.selection.complete) return false
  return gate.engines.some(
    ({ engine }) => run.engines.includes(engine) && inapplicable(gate, engine, run.notApplicable) === 0,
  )
}

function readsTheSame(
  { engines: _, ...gate }: PlannedGate,
  { engines: __, ...own }: PlannedGate,
  run: RunRecord,
  runs: readonly RunRecord[],
): boolean {
  if (!isDeepStrictEqual(gate, own)) return false
  return ENGINES.every((engine) => {
    const counted = scenariosOf({ ...gate, engines: [] }, engine, run)
    const counts = runs.flatMap((other) => scenariosOf({ ...gate, engines: [] }, engine, other) ?? [])
    return counted === undefined || counts.every((count) => count === counted)
  })
}
