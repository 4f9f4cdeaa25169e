import { parseUrl, shown } from '../harness/target/postgres/parse-url.ts'
import type { NamedServer } from '../plan/reproducing-command.ts'
import type { CliEnvironment } from './cli-environment.ts'

/** The variable that names the server of PostgreSQL, here and to everything that works on it. */
export const POSTGRES_URL = 'STAGEGATE_POSTGRES_URL'

/** A server of PostgreSQL that the user has named. */
export interface PostgresServer extends NamedServer {
  /** With its password: for connecting, and for nothing else. */
  readonly url: string
}

/**
 * The server that the option names, or else the variable; null where neither does.
 * @throws StagegateError for what is no URL of a server, without repeating it
 */
export function postgresServer(
  option: string | undefined,
  env: CliEnvironment['env'],
): PostgresServer | null {
  const url = option ?? env[POSTGRES_URL] ?? ''
  if (url === '' && option === undefined) return null
  const address = parseUrl(url)
  return { url, shown: shown(address), hasPassword: address.password !== '' }
}
