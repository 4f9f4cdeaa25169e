import type { Engine } from '../harness/vocabulary/engine.ts'
import type { CliEnvironment } from './cli-environment.ts'
import { namedDatabase } from './named-database.ts'
import type { VerifyOptions } from './verify-options.ts'

/** What a run is about. */
export interface Rehearsed {
  readonly profile: string | null
  /** As the user named it, perhaps with a password; and as people are told of it. */
  readonly database: { readonly named: string; readonly shown: string; readonly hasPassword: boolean } | null
  readonly engines: readonly Engine[]
}

/** The fixture that a run has when nobody chooses one. */
const DEFAULT_PROFILE = 'staging'

/** What the options say that a run is about. @throws StagegateError where a real database is named that cannot be read */
export async function rehearsedBy(
  options: VerifyOptions,
  { env, ports }: Pick<CliEnvironment, 'env' | 'ports'>,
): Promise<Rehearsed> {
  const { engine: engines = ['sqlite'], profile = DEFAULT_PROFILE } = options
  const named = namedDatabase(options, env)
  if (named === undefined) return { profile, database: null, engines }
  const { engine, location: shown } = await ports.databases.check(named)
  return { profile: null, database: { named, shown, hasPassword: hasPassword(named) }, engines: [engine] }
}

function hasPassword(named: string): boolean {
  return URL.canParse(named) && new URL(named).password !== ''
}
