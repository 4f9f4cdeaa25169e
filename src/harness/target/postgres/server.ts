import pg from 'pg'
import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import type { PostgresAddress } from '../address.ts'
import { OWNER_LOCK } from './advisory-lock.ts'
import { clientOptions, connect } from './connect.ts'
import { connectionError } from './connection-error.ts'
import { newOwner } from './database-name.ts'
import { shown } from './parse-url.ts'

/** Enough for some copies at once; a server has not many. */
const CONNECTIONS = 4

/** A server as one process uses it. */
export interface Server extends AsyncDisposable {
  /** The database that orders are given from. */
  readonly address: PostgresAddress
  /** Who the databases of this process belong to: eight hexadecimal digits. */
  readonly owner: string
  /** @throws StagegateError when the connection that shows that the owner lives is lost */
  query<Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>
  /** All statements on one connection, and all or none. */
  transaction<T>(work: (client: pg.ClientBase) => Promise<T>): Promise<T>
}

/**
 * Connects to a server. One connection does nothing but live as long as the process does: it holds the advisory lock
 * of the owner, by which everybody sees that the databases of that owner are in use.
 */
export async function openServer(address: PostgresAddress): Promise<Server> {
  const owner = newOwner()
  const sign = await connect(address)
  let lost: Error | undefined
  sign.on('error', (error) => {
    lost ??= error
  })
  await sign.query('SELECT pg_advisory_lock($1, $2)', [OWNER_LOCK, Number.parseInt(owner, 16)])
  letGo(sign)
  const pool = new pg.Pool({ ...clientOptions(address), max: CONNECTIONS, allowExitOnIdle: true })
  // An idle connection that breaks is replaced by another one.
  pool.on('error', () => {})
  // One that breaks in the middle of a statement says so to whoever waits for that; without a listener all would end.
  pool.on('connect', (client) => client.on('error', () => {}))
  const connected = async (): Promise<pg.PoolClient> => {
    if (lost) throw signLost(address, lost)
    return pool.connect().catch((error: unknown) => {
      throw connectionError(address, error)
    })
  }
  return {
    address,
    owner,
    async query<Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []) {
      const client = await connected()
      try {
        const { rows } = await client.query<Row>(sql, [...values])
        client.release()
        return rows
      } catch (error) {
        // A server tells of the end of a connection before it closes it: what failed is not lent to the next who asks.
        client.release(true)
        throw error
      }
    },
    async transaction(work) {
      return inTransaction(await connected(), work)
    },
    async [Symbol.asyncDispose]() {
      takeUp(sign)
      await pool.end()
      await sign.end()
    },
  }
}

/** A process that forgets to close it ends all the same, and with it what it has. The types do not know of this. */
function letGo(client: pg.Client): void {
  const known: pg.Client & { unref?(): void } = client
  known.unref?.()
}

/** Whoever waits for its end waits until it has ended. */
function takeUp(client: pg.Client): void {
  const known: pg.Client & { ref?(): void } = client
  known.ref?.()
}

/** A connection that cannot roll back is given up, and the server rolls back; what is told is why it had to. */
async function inTransaction<T>(
  client: pg.PoolClient,
  work: (client: pg.ClientBase) => Promise<T>,
): Promise<T> {
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    client.release()
    return result
  } catch (error) {
    const rolledBack = await client.query('ROLLBACK').then(
      () => true,
      () => false,
    )
    client.release(!rolledBack)
    throw error
  }
}

function signLost(address: PostgresAddress, cause: Error): StagegateError {
  return new StagegateError(
    {
      what: 'The connection to the PostgreSQL server was lost, and with it the right to the databases of this run.',
      where: shown(address),
      cause: 'The server was stopped, or ended the connection.',
      next: 'Run it again.',
    },
    { cause },
  )
}
