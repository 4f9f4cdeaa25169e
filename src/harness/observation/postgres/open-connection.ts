import pg from 'pg'
import type { Address, PostgresAddress } from '../../target/address.ts'
import type { Bound } from '../connection.ts'
import type { PostgresConnection } from './postgres-connection.ts'

/**
 * One plan for a statement, whatever the machine: no part of it is done by other processes or compiled. Names mean the
 * schema under test, and texts look the same wherever they are read.
 */
const SETTINGS = {
  default_transaction_read_only: 'on',
  TimeZone: 'UTC',
  DateStyle: 'ISO',
  IntervalStyle: 'postgres',
  bytea_output: 'hex',
  extra_float_digits: '1',
  search_path: 'public',
  max_parallel_workers_per_gather: '0',
  jit: 'off',
}

/** One statement at a time, also where nothing is bound. */
const EXTENDED = { queryMode: 'extended' } as const

const INTEGERS: readonly number[] = [pg.types.builtins.INT2, pg.types.builtins.INT4, pg.types.builtins.INT8]
const FLOATS: readonly number[] = [pg.types.builtins.FLOAT4, pg.types.builtins.FLOAT8]

/**
 * Opens a database through `pg`, outside TypeORM. Nothing can be written, and nothing says its password.
 * @throws Error when the server does not answer, or does not let us in.
 */
export async function openConnection(address: Address): Promise<PostgresConnection> {
  if (address.engine !== 'postgres') throw new Error(`PostgreSQL was given a file of ${address.engine}.`)
  const client = new pg.Client({
    ...{ host: address.host, port: address.port, database: address.database },
    ...{ user: address.user, password: address.password },
    application_name: 'stagegate observer',
    client_encoding: 'UTF8',
    options: Object.entries(SETTINGS)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
  })
  // The next statement says that the connection is lost. Without a listener the whole process would end at once.
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    throw new Error(`${locationOf(address)} could not be opened for reading: ${messageOf(error)}`, {
      cause: error,
    })
  }
  return connection(client)
}

function connection(client: pg.Client): PostgresConnection {
  return {
    async all<Row>(sql: string, params: readonly Bound[] = []) {
      const types = { getTypeParser: parserOf as typeof pg.types.getTypeParser }
      const result = await asked(sql, () =>
        client.query({ ...EXTENDED, text: sql, values: [...params], types }),
      )
      return result.rows as readonly Row[]
    },
    async texts(sql, params = []) {
      const types = { getTypeParser: (() => asItIs) as typeof pg.types.getTypeParser }
      const result = await asked(sql, () =>
        client.query<(string | null)[]>({
          ...{ ...EXTENDED, text: sql, values: [...params], types, rowMode: 'array' },
        }),
      )
      return {
        columns: result.fields.map(({ name, dataTypeID }) => ({ name, type: dataTypeID })),
        rows: result.rows,
      }
    },
    close: () => client.end(),
  }
}

async function asked<T>(sql: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (cause) {
    throw new Error(`${messageOf(cause)}, in: ${sql}`, { cause })
  }
}

/** Integers and floats as numbers where a double carries them, bytes as such; all else is the text that it is. */
function parserOf(type: number): (text: string) => unknown {
  if (INTEGERS.includes(type)) return (text) => (Number.isSafeInteger(Number(text)) ? Number(text) : text)
  if (FLOATS.includes(type)) return Number
  if (type === pg.types.builtins.BOOL) return (text) => text === 't'
  if (type === pg.types.builtins.BYTEA) return (text) => Buffer.from(text.slice(2), 'hex')
  return asItIs
}

function asItIs(text: string): string {
  return text
}

function locationOf({ user, host, port, database }: PostgresAddress): string {
  return `postgresql://${user}@${host}:${port}/${database}`
}

/** Where several addresses of a host were tried, there is one error for each, and no message of their own. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(messageOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}
