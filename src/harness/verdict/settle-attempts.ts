import { isDeepStrictEqual } from 'node:util'
import { engineName } from '../vocabulary/engine.ts'
import type { Attempt } from './attempt.ts'

/** What several attempts at one scenario come to. */
export interface Settled {
  /** Those whose evidence counts: one, or all that contradict each other. */
  readonly counted: readonly Attempt[]
  readonly superseded: readonly Attempt[]
  /** How they contradict each other, as a sentence. */
  readonly contradiction: string | undefined
}

/**
 * Which of several attempts at a scenario count.
 *
 * - One that could not judge gives way to a later one that did. If the last one could not, nothing was proven.
 * - A breach cannot be outvoted: beside it everything that was judged counts, and where another attempt held it is a
 *   contradiction.
 * - Of several that judged the same, the first counts.
 *
 * @param attempts one or more, the earliest first
 */
export function settleAttempts(attempts: readonly Attempt[]): Settled {
  const open = attempts.filter(({ outcome }) => outcome === 'open')
  const judged = attempts.filter(({ outcome }) => outcome !== 'open')
  if (judged.some(({ outcome }) => outcome === 'breached')) {
    const counted = judged.filter((one, at) => judged.findIndex((other) => saysTheSame(one, other)) === at)
    return { counted, superseded: open, contradiction: contradictionIn(counted) }
  }
  const last = attempts.at(-1)
  const afterOpen = attempts.slice(attempts.findLastIndex(({ outcome }) => outcome === 'open') + 1)
  const counted = afterOpen[0] ?? last
  return {
    counted: counted === undefined ? [] : [counted],
    superseded: open.filter((attempt) => attempt !== counted),
    contradiction: undefined,
  }
}

function saysTheSame(one: Attempt, other: Attempt): boolean {
  return isDeepStrictEqual(outcomesOf(one), outcomesOf(other))
}

function outcomesOf({ scenario }: Attempt) {
  return scenario.judgements.map(({ subject, outcome }) => [subject, outcome] as const)
}

function contradictionIn(counted: readonly Attempt[]): string | undefined {
  const [first] = counted
  if (first === undefined) return undefined
  const { uri, line, engine } = first.scenario
  const where = `${uri}:${line} on ${engineName(engine)}`
  const breached = counted.find(({ outcome }) => outcome === 'breached')
  const held = counted.find(({ outcome }) => outcome === 'held')
  if (breached !== undefined && held !== undefined) return saying(where, breached, held)
  const subjects = new Set(
    counted.flatMap(({ scenario }) => scenario.judgements.map(({ subject }) => subject)),
  )
  for (const subject of subjects) {
    const [yes, no] = (['breached', 'held'] as const).map((outcome) =>
      counted.find((attempt) => outcomesOf(attempt).some(isDeepEqualTo([subject, outcome]))),
    )
    if (yes !== undefined && no !== undefined && yes !== no) return saying(`${where}: ${subject}`, yes, no)
  }
  return undefined
}

function isDeepEqualTo(expected: unknown): (value: unknown) => boolean {
  return (value) => isDeepStrictEqual(value, expected)
}

function saying(what: string, breached: Attempt, held: Attempt): string {
  return `${what} was breached in the run of ${breached.run.startedAt} and held in the run of ${held.run.startedAt}`
}
