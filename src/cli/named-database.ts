import { StagegateError } from '../harness/vocabulary/stagegate-error.ts'
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

/** The same, for commands that are about nothing else. @throws StagegateError where none is named */
export function demandedDatabase(
  options: Pick<VerifyOptions, 'database'>,
  env: CliEnvironment['env'],
): string {
  const database = namedDatabase(options, env)
  if (database !== undefined) return database
  throw new StagegateError({
    what: 'No database is named.',
    where: '--database',
    cause: 'The option was forgotten.',
    next: `Name a file or a URL with --database, or by ${SOURCE}.`,
  })
}
