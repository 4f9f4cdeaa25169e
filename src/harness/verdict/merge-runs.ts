import { isDeepStrictEqual } from 'node:util'
import { ENGINES, engineName } from '../vocabulary/engine.ts'
import { coverageOf } from './coverage-of.ts'
import { isBreakOff } from './is-break-off.ts'
import { mergeGates } from './merge-gates.ts'
import { type MergedScenarios, mergeScenarios } from './merge-scenarios.ts'
import { repeatedBy } from './repeated-by.ts'
import { runDifferences } from './run-differences.ts'
import type { EngineVersion, PlanFinding, RunRecord } from './run-record.ts'
import { shardName } from './shard-name.ts'

/** How runs came to be. */
export interface MergeOrigin {
  /** Makes the whole again. */
  readonly command: string
  /** One command made them all, one after the other: they are one engine each, and of the same work tree. */
  readonly ofOneRun: boolean
}

/**
 * Several runs of one plan as one: their evidence side by side, their doubts added up. Whatever keeps them from being
 * runs of the same plan is an error of the whole, so that nothing is proven by it; so is a shard that is missing, and a
 * scenario that was breached in one run and held in another.
 * @throws RangeError where there is no run
 */
export function mergeRuns(given: readonly RunRecord[], { command, ofOneRun }: MergeOrigin): RunRecord {
  const runs = given.filter((run, at) => given.findIndex((other) => isDeepStrictEqual(other, run)) === at)
  const [first] = runs
  if (first === undefined) throw new RangeError('There is no run to merge.')
  const { complete, missing } = coverageOf(runs)
  const { gates, notApplicable, errors } = mergeGates(runs)
  const merged = mergeScenarios(runs)
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
      askedBy: runs.find(({ environment }) => environment.askedBy !== null)?.environment.askedBy ?? null,
      command,
    },
    selection: ofOneRun
      ? { ...first.selection, complete: runs.every(({ selection }) => selection.complete) }
      : { tags: first.selection.tags, complete, shard: null },
    strict: first.strict,
    gates,
    findings: findingsOf(runs),
    scenarios: merged.scenarios,
    notApplicable,
    superseded: [...runs.flatMap(({ superseded }) => superseded), ...merged.superseded],
    errors: [
      ...(ofOneRun ? [] : missing),
      ...errorsOf(runs, merged),
      ...runDifferences(first, runs, ofOneRun),
      ...errors,
      ...merged.contradictions,
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

function findingsOf(runs: readonly RunRecord[]): readonly PlanFinding[] {
  const all = runs.flatMap(({ findings }) => findings)
  return all.filter((finding, at) => all.findIndex((other) => isDeepStrictEqual(other, finding)) === at)
}

/** The errors of the runs, but for those that a later run has answered: it asked the same, or what was left undone. */
function errorsOf(runs: readonly RunRecord[], { isAnswered }: MergedScenarios): readonly string[] {
  const several = new Set(runs.flatMap(({ engines }) => engines)).size > 1
  const said = runs.flatMap((run) => {
    if (repeatedBy(run, runs) !== undefined) return []
    const open = isAnswered(run) ? run.errors.filter((error) => !isBreakOff(error)) : run.errors
    return open.map((error) => ({ run, error }))
  })
  const texts = said.map(({ run, error }) => {
    // What every shard says, the text of the plan is to blame for.
    const isOfAll = said.some(
      (other) =>
        other.error === error && other.run !== run && isDeepStrictEqual(other.run.engines, run.engines),
    )
    const { shard } = run.selection
    const [engine] = run.engines
    return [
      several && engine !== undefined && run.engines.length === 1 ? `on ${engineName(engine)}, ` : '',
      shard === null || isOfAll ? '' : `in ${shardName(shard)}, `,
      error,
    ].join('')
  })
  return [...new Set(texts)]
}
