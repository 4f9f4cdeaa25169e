import type { GateCode } from '../vocabulary/gate-code.ts'

/** Where a project states its configuration. Its default export is what `defineConfig` gives. */
export const CONFIGURATION_FILE = 'stagegate.config.ts'

/** A tolerance in the words of the plan: `at least 98 %`, `at most 2 s`, `exactly 3`, `at least 10 times`, `none`. */
export type ToleranceWords = 'none' | `${'at least' | 'at most' | 'exactly'} ${string}`

/** What a gate allows in an environment, in the place of what the plan asks for. */
export interface ToleranceEntry {
  readonly gate: GateCode
  /** The subject of a judgement, letter by letter: `discord_messages.user_id`. Absent: every subject of the gate. */
  readonly subject?: string
  readonly tolerance: ToleranceWords
  /** Why the environment may be judged by it. Every report says so. */
  readonly because: string
}

/** Something that no migration makes and that an environment may have. */
export interface AcceptedObject {
  /** In the words of a comparison of catalogs: `index idx_by_hand`, `column clan_members.note`. */
  readonly object: string
  readonly because: string
}

/** What is particular to one environment. */
export interface EnvironmentConfiguration {
  readonly tolerances?: readonly ToleranceEntry[]
  /** Tolerances of what something costs: bounds from above. */
  readonly budgets?: readonly ToleranceEntry[]
  readonly accepted?: readonly AcceptedObject[]
}

/** The configuration of a project. */
export interface Configuration {
  /** By name: `staging`. */
  readonly environments: Readonly<Record<string, EnvironmentConfiguration>>
}

/** One environment, with everything that it may leave out. Plain data. */
export interface ConfiguredEnvironment extends Required<EnvironmentConfiguration> {
  readonly name: string
}

/** Gives back what it is given: it is there for the types. */
export function defineConfig(configuration: Configuration): Configuration {
  return configuration
}
