import type { JudgedFigures } from '../gate/judged-figures.ts'
import type { GateCode } from '../vocabulary/gate-code.ts'
import type { Outcome } from '../vocabulary/outcome.ts'
import type { Verdict } from './verdict.ts'

/** What changed since the run before of the same subject on the same engines, and how values went over the last runs. */
export interface RunsBefore {
  readonly previous: {
    readonly startedAt: string
    readonly commit: string | null
    readonly verdict: Verdict
  }
  readonly turned: readonly TurnedGate[]
  /** Values that are others than before, those that moved furthest first. */
  readonly moved: readonly MovedValue[]
  /** Values of at least three runs, this one included. */
  readonly trends: readonly Trend[]
}

/** A gate that came to something else than before. */
export interface TurnedGate {
  readonly gate: GateCode
  /** Null where the plan did not have it. */
  readonly from: Outcome | null
  /** Null where the plan does not have it any more. */
  readonly to: Outcome | null
}

/** Of a share the values are rates between 0 and 1. */
export interface MovedValue {
  readonly gate: GateCode
  readonly subject: string
  readonly unit: JudgedFigures['unit']
  readonly from: number
  readonly to: number
}

/** A value over the last runs, the oldest first, this one last. Of a share, values and limit are rates between 0 and 1. */
export interface Trend {
  readonly gate: GateCode
  readonly subject: string
  readonly unit: JudgedFigures['unit']
  readonly bound: JudgedFigures['bound']
  /** The tolerance of this run. */
  readonly limit: number
  readonly points: readonly {
    readonly startedAt: string
    readonly value: number
    readonly outcome: Outcome
  }[]
}
