import pg from 'pg'
import type { PostgresAddress } from '../address.ts'
import { connectionError } from './connection-error.ts'

/** After so long without an answer a server counts as not there. Milliseconds. */
const PATIENCE = 10_000

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
export async function connect(address: PostgresAddress): Promise<pg.Client> {
  const client = new pg.Client(clientOptions(address))
  // A connection that breaks says so to whoever uses it; without a listener it would end the process.
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    throw connectionError(address, error)
  }
  return client
}

/** Does something through a connection that is ended afterwards, whatever happens. */
export async function withConnection<T>(
  address: PostgresAddress,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = await connect(address)
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
