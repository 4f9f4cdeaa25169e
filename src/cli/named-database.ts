import type { CliEnvironment } from './cli-environment.ts'
import type { VerifyOptions } from './verify-options.ts'

/** The variable that names the real database, for URLs with a password: everybody can read a command line. */
export const SOURCE = 'STAGEGATE_SOURCE'

/** The real database that the option names, or else the variable; undefined where neither does. */
export function namedDatabase(
  { database }: Pick<VerifyOptions, 'database'>,
  env: CliEnvironment['env'],
): string | undefined {
  return database ?? (env[SOURCE] || undefined)
}
