import { ENGINES } from '../vocabulary/engine.ts'
import { type Attempt, attemptOf, supersededAttempt } from './attempt.ts'
import { combineScenarios } from './combine-scenarios.ts'
import { repeatedBy } from './repeated-by.ts'
import type { RunRecord, ScenarioRecord, Superseded } from './run-record.ts'
import { type Settled, settleAttempts } from './settle-attempts.ts'
import { shardName } from './shard-name.ts'

/** The scenarios of several runs, each once. */
export interface MergedScenarios {
  readonly scenarios: readonly ScenarioRecord[]
  readonly superseded: readonly Superseded[]
  /** Scenarios that were breached in one run and held in another, a sentence each. */
  readonly contradictions: readonly string[]
  /** Whether later runs judged everything that a run could not. */
  isAnswered(run: RunRecord): boolean
}

/** Puts the scenarios of runs together by file, line and engine, and settles what occurs in several. */
export function mergeScenarios(runs: readonly RunRecord[]): MergedScenarios {
  const inOrder = [...runs].sort((one, other) => (one.startedAt < other.startedAt ? -1 : 1))
  const attempts = inOrder.flatMap((run) => {
    const broken = repeatedBy(run, inOrder) === undefined ? undefined : run.errors[0]?.split('\n', 1)[0]
    return run.scenarios.map((scenario) => attemptOf(run, scenario, broken))
  })
  const byPlace = byPlaceOf(attempts)
  const settled = [...byPlace.values()].flatMap((ofPlace) => settleByShard(ofPlace))
  const superseded = new Set(settled.flatMap((each) => each.superseded))
  const merged = byPlaceOf(settled.flatMap(({ counted }) => counted))
  const scenarios = [...merged.values()].flatMap(
    (counted) => combineScenarios([...new Set(counted)].map(({ scenario }) => scenario)) ?? [],
  )
  return {
    scenarios: inPlanOrder(scenarios, runs),
    superseded: [...[...superseded].map(supersededAttempt), ...neverBegun(inOrder)],
    contradictions: settled.flatMap(({ contradiction }) => contradiction ?? []),
    isAnswered(run) {
      const open = attempts.filter((attempt) => attempt.run === run && attempt.outcome === 'open')
      return open.length > 0 && open.every((attempt) => superseded.has(attempt))
    },
  }
}

function byPlaceOf(attempts: readonly Attempt[]): ReadonlyMap<string, readonly Attempt[]> {
  const places = new Map<string, Attempt[]>()
  for (const attempt of attempts) {
    const place = placeOf(attempt.scenario)
    places.set(place, [...(places.get(place) ?? []), attempt])
  }
  return places
}

function placeOf({ uri, line, engine }: Pick<ScenarioRecord, 'uri' | 'line' | 'engine'>): string {
  return `${uri}:${line}:${engine}`
}

/**
 * What several shards have looks back on each of them: then every shard counts for itself, and a run that is no shard may
 * stand in for any that could not judge.
 */
function settleByShard(attempts: readonly Attempt[]): readonly Settled[] {
  const shardOf = ({ run }: Attempt) => (run.selection.shard === null ? '' : shardName(run.selection.shard))
  const shards = new Set(attempts.map(shardOf).filter((name) => name !== ''))
  if (shards.size < 2) return [settleAttempts(attempts)]
  return [...shards].map((shard) =>
    settleAttempts(attempts.filter((attempt) => ['', shard].includes(shardOf(attempt)))),
  )
}

/** Scenarios that a run never came to, because it could not even begin, and that a repetition of it has. */
function neverBegun(runs: readonly RunRecord[]): readonly Superseded[] {
  return runs.flatMap((run) => {
    const [error] = run.errors
    const later = repeatedBy(run, runs)
    if (error === undefined || later === undefined) return []
    const begun = new Set(run.scenarios.map(placeOf))
    return later.scenarios
      .filter((scenario) => !begun.has(placeOf(scenario)))
      .map(({ gate, name, uri, line, engine }): Superseded => {
        const why = error.split('\n', 1)[0] ?? error
        return { gate, name, uri, line, engine, status: 'unknown', why, startedAt: run.startedAt }
      })
  })
}

/** Engine by engine; a run that is the only one on its engine keeps its order, others are in the order of file and line. */
function inPlanOrder(
  scenarios: readonly ScenarioRecord[],
  runs: readonly RunRecord[],
): readonly ScenarioRecord[] {
  return ENGINES.flatMap((engine) => {
    const own = scenarios.filter((scenario) => scenario.engine === engine)
    if (runs.filter(({ engines }) => engines.includes(engine)).length < 2) return own
    return own.sort((one, other) => {
      if (one.uri !== other.uri) return one.uri < other.uri ? -1 : 1
      return one.line - other.line
    })
  })
}
