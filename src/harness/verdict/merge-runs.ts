import { isDeepStrictEqual } from 'node:util'
import { ENGINES, type Engine, engineName } from '../vocabulary/engine.ts'
import type { EngineVersion, PlanFinding, PlannedGate, RunRecord } from './run-record.ts'

/** What all the runs were asked, which has to be the same for one verdict to speak of them. */
const ASKED = ['profile', 'source', 'configured', 'anonymous', 'rawDataBytes', 'selection', 'strict'] as const

/**
 * Several runs of one plan as one: their evidence side by side, their doubts added up. Whatever keeps them from being
 * runs of the same plan is an error of the whole, so that nothing is proven by it.
 * @param command makes the whole again
 */
export function mergeRuns(runs: readonly RunRecord[], command: string): RunRecord {
  const [first] = runs
  if (first === undefined) throw new RangeError('There is no run to merge.')
  const several = new Set(runs.flatMap(({ engines }) => engines)).size > 1
  return {
    startedAt: runs.map(({ startedAt }) => startedAt).reduce((one, other) => (one < other ? one : other)),
    finishedAt: runs.map(({ finishedAt }) => finishedAt).reduce((one, other) => (one > other ? one : other)),
    engines: ENGINES.filter((engine) => runs.some(({ engines }) => engines.includes(engine))),
    profile: first.profile,
    source: first.source,
    configured: first.configured,
    anonymous: first.anonymous,
    rawDataBytes: first.rawDataBytes,
    environment: {
      ...first.environment,
      engines: versionsIn(runs),
      libraries: Object.assign({}, ...runs.map(({ environment }) => environment.libraries)),
      commit:
        runs.find(({ environment }) => environment.commit?.endsWith('+'))?.environment.commit ??
        first.environment.commit,
      command,
    },
    selection: { ...first.selection, complete: runs.every(({ selection }) => selection.complete) },
    strict: first.strict,
    gates: gatesOf(runs),
    findings: findingsOf(runs),
    scenarios: runs.flatMap(({ scenarios }) => scenarios),
    notApplicable: runs.flatMap(({ notApplicable }) => notApplicable),
    superseded: runs.flatMap(({ superseded }) => superseded),
    errors: [
      ...runs.flatMap((run) => run.errors.map((error) => (several ? `on ${namesOf(run)}, ${error}` : error))),
      ...differences(first, runs),
      ...differentGates(runs),
    ],
  }
}

function versionsIn(runs: readonly RunRecord[]): readonly EngineVersion[] {
  const all = runs.flatMap(({ environment }) => environment.engines)
  return ENGINES.flatMap((engine) => {
    const versions = all.filter((had) => had.engine === engine)
    return versions.filter(({ version }, at) => versions.findIndex((had) => had.version === version) === at)
  })
}

/** Every gate once, in the order of the plan: one that the first run lacks stands where its own run has it. */
function gatesOf(runs: readonly RunRecord[]): readonly PlannedGate[] {
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

function findingsOf(runs: readonly RunRecord[]): readonly PlanFinding[] {
  const all = runs.flatMap(({ findings }) => findings)
  return all.filter((finding, at) => all.findIndex((other) => isDeepStrictEqual(other, finding)) === at)
}

/** Runs that were asked other things, or that ran other code, prove nothing together. */
function differences(first: RunRecord, runs: readonly RunRecord[]): string[] {
  return runs.flatMap((run) => {
    const between = `the runs on ${namesOf(first)} and on ${namesOf(run)}`
    return [
      ...ASKED.filter((what) => !isDeepStrictEqual(first[what], run[what])).map(
        (what) => `${between} differ in ${what}`,
      ),
      ...(codeOf(run) === codeOf(first)
        ? []
        : [`${between} are of different code: ${codeOf(first)}, ${codeOf(run)}`]),
    ]
  })
}

function codeOf({ environment: { stagegate, commit } }: RunRecord): string {
  return `stagegate ${stagegate}${commit === null ? '' : `, commit ${commit.replace(/\+$/, '')}`}`
}

/** Each run reads the text of the plan for itself, and the text may change in between. */
function differentGates(runs: readonly RunRecord[]): string[] {
  return gatesOf(runs).flatMap((gate) =>
    runs.flatMap((run) => {
      const own = run.gates.find(({ code }) => code === gate.code)
      const applies = gate.engines.some(({ engine }) => run.engines.includes(engine))
      if (own === undefined ? !applies : isDeepStrictEqual(own, gate)) return []
      const what = own === undefined ? 'is missing from' : 'reads otherwise in'
      return [`${gate.code} ${what} the plan that ran on ${namesOf(run)}: its text changed between the runs`]
    }),
  )
}

function namesOf({ engines }: RunRecord): string {
  return engines.map((engine: Engine) => engineName(engine)).join(' and ')
}
