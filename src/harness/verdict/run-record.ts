import type { Judgement } from '../gate/judgement.ts'
import type { Engine } from '../vocabulary/engine.ts'
import type { GateCode } from '../vocabulary/gate-code.ts'
import type { MigrationStep } from '../vocabulary/migration-step.ts'
import type { PlannedQuery } from '../vocabulary/planned-query.ts'
import type { SchemaRecord } from '../vocabulary/schema-record.ts'
import type { SourceRecord } from '../vocabulary/source-record.ts'
import type { StateFingerprint } from '../vocabulary/state-fingerprint.ts'
import type { Timing } from '../vocabulary/timing.ts'
import type { UnmatchedRows } from '../vocabulary/unmatched.ts'

/** The statuses of Cucumber, in lower case. */
export type StepStatus = 'passed' | 'failed' | 'undefined' | 'pending' | 'skipped' | 'ambiguous' | 'unknown'

/** A gate as the plan states it: one Rule. */
export interface PlannedGate {
  readonly code: GateCode
  /** The sentence of the Rule. */
  readonly title: string
  /** Why the gate exists: the Rule's description, white space folded. Empty when there is none. */
  readonly description: string
  /** The feature file, relative to the project, and the Rule's line. */
  readonly uri: string
  readonly line: number
  /** A breach warns and does not stop. */
  readonly advisory: boolean
  /** The engines that it applies to, of all that there are. */
  readonly engines: readonly GateOnEngine[]
}

/** What the plan has for a gate on one engine. */
export interface GateOnEngine {
  readonly engine: Engine
  /** How many scenarios (rows of an outline counted each), before any selection. */
  readonly scenarios: number
}

/** Something in the text of the plan that makes it unreliable: a misspelt keyword, a Rule without a code. */
export interface PlanFinding {
  readonly uri: string
  readonly line: number
  readonly message: string
}

export interface StepRecord {
  /** Keyword and text: `Then the links match`. */
  readonly text: string
  readonly status: StepStatus
  readonly milliseconds: number
  /** The message of a failed step. */
  readonly message?: string
}

/** One scenario (or one row of an outline) that the run selected, and the evidence it submitted. */
export interface ScenarioRecord {
  readonly name: string
  readonly uri: string
  readonly line: number
  /** What it ran on. */
  readonly engine: Engine
  /** The gate whose Rule it stands in, or null. */
  readonly gate: GateCode | null
  /** The worst status of its steps and hooks; `unknown` when it has no steps or never finished. */
  readonly status: StepStatus
  readonly milliseconds: number
  readonly steps: readonly StepRecord[]
  readonly judgements: readonly Judgement[]
  readonly migrations: readonly MigrationStep[]
  /** What was timed in turns, with every sample. */
  readonly timings: readonly Timing[]
  /** Rows without a link, explained. */
  readonly unmatched: readonly UnmatchedRows[]
  /** How the engine means to answer what the product asks. */
  readonly plans: readonly PlannedQuery[]
  /** What the schema was, on the way. */
  readonly schemas: readonly SchemaRecord[]
  /** What the database was before, after, and back again. */
  readonly fingerprints: readonly StateFingerprint[]
}

/** A scenario of the plan that this run says nothing of, and why: it needs the exact counts of a fixture. */
export interface NotApplicable {
  readonly gate: GateCode | null
  readonly name: string
  readonly uri: string
  readonly line: number
  readonly engine: Engine
  readonly why: string
}

/** An engine that takes part in a run: `3.53.0`, `15.18`. */
export interface EngineVersion {
  readonly engine: Engine
  readonly version: string
}

/** What the run was made with, and how to make it again. */
export interface RunEnvironment {
  readonly stagegate: string
  readonly node: string
  readonly platform: string
  /** The engines that the run had. One that was asked for and was not available is missing. */
  readonly engines: readonly EngineVersion[]
  /** Versions of the libraries that take part: typeorm, @cucumber/cucumber, the drivers of the engines. */
  readonly libraries: Readonly<Record<string, string>>
  /** Commit of the project, `+` behind it when the work tree differs from it, null outside a repository. */
  readonly commit: string | null
  /** Who asked for the run; null where nobody says, or where names of people are left out. */
  readonly askedBy: string | null
  /** The command that reproduces the run. */
  readonly command: string
}

/** One part of a plan that is run in several: the second of three is 2 of 3. */
export interface Shard {
  readonly index: number
  readonly of: number
}

/** What a scenario came to in a run whose word does not count any more, because a later run asked it again. */
export interface Superseded {
  readonly gate: GateCode | null
  readonly name: string
  readonly uri: string
  readonly line: number
  readonly engine: Engine
  readonly status: StepStatus
  /** Why it could not judge. */
  readonly why: string
  /** Of the run that it is of. ISO 8601, UTC. */
  readonly startedAt: string
}

/** Everything that a run learnt, before anything is decided. Plain data. */
export interface RunRecord {
  /** ISO 8601, UTC. */
  readonly startedAt: string
  readonly finishedAt: string
  /** The engines that were asked for. */
  readonly engines: readonly Engine[]
  /** The fixture profile; null where a real database is rehearsed. */
  readonly profile: string | null
  /** The real database that is rehearsed; null where a fixture is. */
  readonly source: SourceRecord | null
  /** The environment of `stagegate.config.ts` whose tolerances count; null for those of the plan alone. */
  readonly configured: string | null
  /** Names of people are left out of everything that is written. */
  readonly anonymous: boolean
  /** Bytes of `raw_data` a snapshot, where the run set them; else null. */
  readonly rawDataBytes: number | null
  readonly environment: RunEnvironment
  readonly selection: {
    /** The tag expression that narrowed the run, or null. */
    readonly tags: string | null
    /** False when paths or tags narrowed what was asked. Of a shard: whether all shards together are the whole plan. */
    readonly complete: boolean
    /** The part of the plan that this run is, where several runs share it; null for all of it. */
    readonly shard: Shard | null
  }
  /** Advisory gates stop, too. */
  readonly strict: boolean
  readonly gates: readonly PlannedGate[]
  readonly findings: readonly PlanFinding[]
  readonly scenarios: readonly ScenarioRecord[]
  /** Scenarios that do not apply to the database of this run. A gate that has no other one is not among `gates`. */
  readonly notApplicable: readonly NotApplicable[]
  /** Scenarios that could not judge, and that were run again. */
  readonly superseded: readonly Superseded[]
  /** Errors outside any scenario: a file that does not parse, a hook of the whole run that failed. */
  readonly errors: readonly string[]
}
