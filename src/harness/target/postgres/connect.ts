import pg from 'pg'
import type { PostgresAddress } from '../address.ts'
import { connectionError } from './connection-error.ts'
import type { UrlOption } from './url-option.ts'

/** After so long without an answer a server counts as not there. Milliseconds. */
const PATIENCE = 10_000

export interface ConnectOptions {
  /** Settings of the session, from its first moment on. */
  readonly settings?: Readonly<Record<string, string>>
  /** How the user named it; as a server to work on by default. */
  readonly option?: UrlOption
}

/** What every connection of ours to a server is made with. */
export function clientOptions({ host, port, user, password, database }: PostgresAddress): pg.ClientConfig {
  return {
    host,
    port,
    user,
    password,
    database,
    application_name: 'stagegate',
    connectionTimeoutMillis: PATIENCE,
    keepAlive: true,
  }
}

/**
 * A connection of one's own, to be ended by whoever asked for it.
 * @throws StagegateError when there is no connection to be had, without the password.
 */
export async function connect(
  address: PostgresAddress,
  { settings, option }: ConnectOptions = {},
): Promise<pg.Client> {
  const client = new pg.Client({
    ...clientOptions(address),
    ...(settings === undefined ? {} : { options: asOptions(settings) }),
  })
  // A connection that breaks says so to whoever uses it; without a listener it would end the process.
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    throw connectionError(address, error, option)
  }
  return client
}

/** Does something through a connection that is ended afterwards, whatever happens. */
export async function withConnection<T>(
  address: PostgresAddress,
  work: (client: pg.Client) => Promise<T>,
  options?: ConnectOptions,
): Promise<T> {
  const client = await connect(address, options)
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function asOptions(settings: Readonly<Record<string, string>>): string {
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ')
}
