import type { JudgedFigures } from '../gate/judged-figures.ts'
import type { Engine } from '../vocabulary/engine.ts'
import type { GateCode } from '../vocabulary/gate-code.ts'
import type { Outcome } from '../vocabulary/outcome.ts'
import type { Verdict } from './verdict.ts'

/** A run of the whole plan in short, as the history of runs keeps it. */
export interface RunSummary {
  /** ISO 8601, UTC. */
  readonly startedAt: string
  /** From its start to its end. */
  readonly milliseconds: number
  readonly commit: string | null
  readonly verdict: Verdict
  /** The fixture profile, or the location of the real database. */
  readonly subject: string
  readonly engines: readonly Engine[]
  readonly gates: readonly SummarisedGate[]
}

export interface SummarisedGate {
  readonly code: GateCode
  readonly outcome: Outcome
  /** For people. */
  readonly measured: string
  /** Of its judgements, those that measured something; a subject may be there more than once. */
  readonly values: readonly SummarisedValue[]
}

export interface SummarisedValue extends Pick<JudgedFigures, 'unit' | 'value' | 'bound' | 'limit'> {
  /** Of a run on several engines it names the engine. */
  readonly subject: string
  readonly population: number
}
