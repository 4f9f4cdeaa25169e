import type { Judgement } from '../gate/judgement.ts'
import type { Engine } from '../vocabulary/engine.ts'
import type { GateCode } from '../vocabulary/gate-code.ts'
import type { Outcome } from '../vocabulary/outcome.ts'
import type { RunRecord } from './run-record.ts'
import type { RunsBefore } from './runs-before.ts'
import type { Verdict } from './verdict.ts'

/** What one gate came to, over all its scenarios. */
export interface GateResult {
  readonly code: GateCode
  readonly title: string
  readonly description: string
  readonly uri: string
  readonly line: number
  readonly outcome: Outcome
  /** A breach of it warns and does not stop. False for every gate in a strict run. */
  readonly advisory: boolean
  /** False when the selection left the gate out. */
  readonly selected: boolean
  readonly measured: string
  readonly tolerance: string
  /** Where the tolerance stands, if it is that of an environment and not the plan's own. */
  readonly toleranceFrom?: string
  /** Rows and objects that its judgements speak for, added up. */
  readonly population: number
  /** What it came to on each engine that was asked for and that it applies to. */
  readonly byEngine: readonly EngineResult[]
  /** Of a run on several engines, each subject names the engine. */
  readonly judgements: readonly Judgement[]
  /** Why the outcome is not `held`, one sentence each. */
  readonly reasons: readonly string[]
}

/** What a gate came to on one engine. */
export interface EngineResult {
  readonly engine: Engine
  readonly outcome: Outcome
  readonly measured: string
  readonly population: number
}

/** The verdict and what it rests on. */
export interface Decision {
  readonly verdict: Verdict
  /** One sentence that says why. */
  readonly sentence: string
  /** False when the run was narrowed: its verdict does not speak for the whole plan. */
  readonly complete: boolean
  readonly gates: readonly GateResult[]
  /** What, besides gates, kept the run from a GO: findings in the plan, errors, scenarios outside any gate. */
  readonly reasons: readonly string[]
}

/** The document that is saved as `run.json` and printed by `--json`: the decision, and the run it was made of. */
export interface RunDocument extends Decision {
  /** Version of this format. */
  readonly format: 4
  readonly run: RunRecord
  /** What changed since the runs before; null where none is known that can be compared. */
  readonly since: RunsBefore | null
}
