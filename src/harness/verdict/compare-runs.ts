import { isDeepStrictEqual } from 'node:util'
import type { RunSummary, SummarisedValue } from './run-summary.ts'
import type { MovedValue, RunsBefore, Trend, TurnedGate } from './runs-before.ts'

/** How many runs a trend goes back, this one included, and how many of them have to have the value. */
const RUNS = 20
const POINTS = 3
/** How many values that moved are told of. */
const MOVED = 30
/** What is sampled is another number every time. Between two runs on one machine a quarter more or less is noise. */
const NOISE = 0.25
const SAMPLED: readonly SummarisedValue['unit'][] = ['milliseconds', 'ratio', 'growth']

/** Which run is the one before: the newest earlier one, unless another was named. */
export interface Comparison {
  /** Runs of the whole plan, in any order. */
  readonly history: readonly RunSummary[]
  readonly previous?: RunSummary | undefined
}

/**
 * What changed since a run before, and how values went over the last ones. Only runs of the same fixture or database on
 * the same engines compare, and of a history only those that began earlier; null where there is none.
 * @param now of the whole plan, as all the others
 */
export function compareRuns(now: RunSummary, { history, previous: named }: Comparison): RunsBefore | null {
  const earlier = history
    .filter((run) => isComparable(run, now) && run.startedAt < now.startedAt)
    .sort((one, other) => (one.startedAt < other.startedAt ? -1 : 1))
  const previous = named === undefined ? earlier.at(-1) : named
  if (previous === undefined || !isComparable(previous, now)) return null
  const { startedAt, commit, verdict } = previous
  return {
    previous: { startedAt, commit, verdict },
    turned: turnedGates(previous, now),
    moved: movedValues(previous, now),
    trends: trendsOf([...earlier.slice(1 - RUNS), now]),
  }
}

function isComparable(run: RunSummary, now: RunSummary): boolean {
  return run.subject === now.subject && isDeepStrictEqual(run.engines, now.engines)
}

/** In the order of the plan; what it does not have any more comes last. */
function turnedGates(before: RunSummary, now: RunSummary): readonly TurnedGate[] {
  const codes = new Set([...now.gates, ...before.gates].map(({ code }) => code))
  const outcomeIn = ({ gates }: RunSummary, gate: string) =>
    gates.find(({ code }) => code === gate)?.outcome ?? null
  return [...codes]
    .map((gate) => ({ gate, from: outcomeIn(before, gate), to: outcomeIn(now, gate) }))
    .filter(({ from, to }) => from !== to)
}

function movedValues(before: RunSummary, now: RunSummary): readonly MovedValue[] {
  const old = new Map(valuesOf(before).map((value) => [value.key, value]))
  return valuesOf(now)
    .flatMap(({ key, gate, subject, unit, value }): MovedValue[] => {
      const from = old.get(key)?.value
      if (from === undefined || from === value) return []
      const moved = { gate, subject, unit, from, to: value }
      return SAMPLED.includes(unit) && howFar(moved) <= NOISE ? [] : [moved]
    })
    .sort((one, other) => howFar(other) - howFar(one))
    .slice(0, MOVED)
}

/** Relative to where it was; from nothing it is as far as can be. */
function howFar({ from, to }: MovedValue): number {
  return from === 0 ? Number.MAX_VALUE : Math.abs(to - from) / Math.abs(from)
}

/** A value that never moved has no trend: a line would say no more than the number. */
function trendsOf(runs: readonly RunSummary[]): readonly Trend[] {
  const valued = runs.map((run) => ({
    run,
    values: new Map(valuesOf(run).map((value) => [value.key, value])),
  }))
  const now = valued.at(-1)
  return [...(now?.values ?? [])].flatMap(([key, { gate, subject, unit, bound, limit }]): Trend[] => {
    const points = valued.flatMap(({ run, values }) => {
      const had = values.get(key)
      return had === undefined ? [] : [{ startedAt: run.startedAt, value: had.value, outcome: had.outcome }]
    })
    const moves = points.some(({ value }) => value !== points[0]?.value)
    return points.length < POINTS || !moves ? [] : [{ gate, subject, unit, bound, limit, points }]
  })
}

/** The values of a run, each with its gate, and a key by which it is found in another run. A subject may be there more than once. */
function valuesOf({ gates }: RunSummary) {
  const seen = new Map<string, number>()
  return gates.flatMap(({ code, outcome, values }) =>
    values.map((value) => {
      const name = JSON.stringify([code, value.subject, value.unit])
      const before = seen.get(name) ?? 0
      seen.set(name, before + 1)
      return { ...value, ...asRate(value), key: `${name} ${before}`, gate: code, outcome }
    }),
  )
}

/** A share is compared as a rate: its count means nothing where there are more rows than before. */
function asRate({ unit, value, bound, limit, population }: SummarisedValue) {
  if (unit !== 'share' || population === 0) return {}
  return { value: value / population, limit: bound === 'exactly' ? limit / population : limit }
}
