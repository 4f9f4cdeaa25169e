import type { Judgement } from '../gate/judgement.ts'
import { timingFigures } from '../measurement/timing-figures.ts'
import type { Outcome } from '../vocabulary/outcome.ts'
import type { TimedOperation, Timing } from '../vocabulary/timing.ts'

/** The time that an operation is allowed, or has to take, by what was judged of its timing. */
export interface TimeLimit {
  readonly operation: string
  readonly bound: 'at least' | 'at most'
  readonly milliseconds: number
  /** The operation that it is counted from, where it is; absent of a plain limit. */
  readonly over?: string
  /** The tolerance in the words of its judgement: `at least 300 times`. */
  readonly words: string
  readonly outcome: Outcome
}

/**
 * What judgements of a timing mean in milliseconds. A limit in milliseconds is one; a ratio is where the operation that is
 * held against another one would have to be, if that had taken its median; a growth likewise, for its rows. Judgements
 * of anything else, and those that measured nothing, mean nothing here.
 */
export function timeLimits(timing: Timing, judgements: readonly Judgement[]): readonly TimeLimit[] {
  const { subject, operations } = timing
  return operations.flatMap((operation) => [
    ...limitsOf({ operation, unit: 'milliseconds', times: 1 }, `${subject}: ${operation.name}`, judgements),
    ...operations.flatMap((over) => {
      const median = medianOf(over)
      const timesTheRows = (operation.rows ?? 0) / (over.rows ?? Number.POSITIVE_INFINITY)
      const counted = { operation, unit: 'ratio', over: over.name } as const
      return [
        ...limitsOf(
          { ...counted, times: median },
          `${subject}: ${operation.name} over ${over.name}`,
          judgements,
        ),
        ...limitsOf(
          { ...counted, times: median * timesTheRows },
          `${subject}: from "${over.name}" to "${operation.name}"`,
          judgements,
        ),
      ]
    }),
  ])
}

interface Limited {
  readonly operation: TimedOperation
  readonly unit: 'milliseconds' | 'ratio'
  /** Milliseconds that one of the unit is. */
  readonly times: number
  readonly over?: string
}

function limitsOf(
  { operation, unit, times, over }: Limited,
  subject: string,
  judgements: readonly Judgement[],
): readonly TimeLimit[] {
  return judgements.flatMap(({ subject: judged, figures, tolerance, outcome }) => {
    if (judged !== subject || figures?.unit !== unit || figures.bound === 'exactly' || !(times > 0)) return []
    const { bound, limit } = figures
    const milliseconds = limit * times
    return [
      {
        ...{ operation: operation.name, bound, milliseconds, words: tolerance, outcome },
        ...(over === undefined ? {} : { over }),
      },
    ]
  })
}

function medianOf({ milliseconds }: TimedOperation): number {
  return milliseconds.length === 0 ? 0 : timingFigures(milliseconds).median
}
