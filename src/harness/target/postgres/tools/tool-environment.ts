import type { ToolCall } from './postgres-tools.ts'

/** Seconds after which a server that does not answer counts as not there. */
const PATIENCE = '10'

/**
 * What a tool has to know, as libpq reads it. It holds the password, and is for the environment of the tool alone.
 * A password that the URL does not have may stand where libpq looks for it.
 */
export function toolEnvironment({ address, settings = {} }: ToolCall): Readonly<Record<string, string>> {
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)
  return {
    // What a tool says is read by programs, too.
    LC_ALL: 'C',
    PGAPPNAME: 'stagegate',
    PGCONNECT_TIMEOUT: PATIENCE,
    ...(options.length === 0 ? {} : { PGOPTIONS: options.join(' ') }),
    ...(address === undefined
      ? {}
      : {
          PGHOST: address.host,
          PGPORT: String(address.port),
          PGUSER: address.user,
          PGDATABASE: address.database,
          ...(address.password === '' ? {} : { PGPASSWORD: address.password }),
        }),
  }
}
