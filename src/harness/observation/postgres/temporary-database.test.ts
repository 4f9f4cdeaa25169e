import { randomBytes } from 'node:crypto'
import { it } from 'node:test'
import pg from 'pg'
import { DataSource, type EntitySchema } from 'typeorm'
import type { PostgresAddress } from '../../target/address.ts'
import { leases } from '../../target/leases.ts'
import type { OpenTarget } from '../../target/open-target.ts'
import { quoteIdentifier } from '../../vocabulary/quote-identifier.ts'

const URL_VARIABLE = 'STAGEGATE_POSTGRES_URL'

/** Why tests of PostgreSQL are skipped, or false. */
export const skipped: string | false =
  process.env[URL_VARIABLE] === undefined ? `needs PostgreSQL: set ${URL_VARIABLE}` : false

/** A test that is skipped, and says why, where there is no server. */
export function testOnPostgres(name: string, run: () => Promise<void>): void {
  it(name, { skip: skipped }, run)
}

/** A target over a new database that holds what the statements make; dropped when it is disposed of. */
export async function temporaryDatabase(
  sql: string,
  entities: readonly EntitySchema[] = [],
  options = "LC_COLLATE 'C' LC_CTYPE 'C'",
): Promise<OpenTarget> {
  const address = { ...serverAddress(), database: `stagegate_observation_${randomBytes(6).toString('hex')}` }
  const name = quoteIdentifier(address.database)
  await run(serverAddress(), `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' ${options}`)
  await run(address, sql)
  const location = `postgresql://${address.user}@${address.host}:${address.port}/${address.database}`
  const { host, port, user: username, password, database } = address
  return {
    engine: 'postgres',
    location,
    address,
    lease: leases(location),
    dataSource: () =>
      new DataSource({ type: 'postgres', host, port, username, password, database, entities: [...entities] }),
    keep: () => location,
    [Symbol.asyncDispose]: () => run(serverAddress(), `DROP DATABASE ${name} WITH (FORCE)`),
  }
}

/** Databases that are used again once they are empty: making one takes half a second. They are dropped at the end. */
export function databasePool() {
  const idle: OpenTarget[] = []
  return {
    async open(sql: string): Promise<OpenTarget> {
      const target = idle.pop() ?? (await temporaryDatabase(''))
      await changeDatabase(target, `DROP SCHEMA public CASCADE; CREATE SCHEMA public; ${sql}`)
      return {
        ...target,
        lease: leases(target.location),
        async [Symbol.asyncDispose]() {
          idle.push(target)
        },
      }
    },
    async drop(): Promise<void> {
      for (const target of idle.splice(0)) await target[Symbol.asyncDispose]()
    },
  }
}

/** Changes the database behind a target by another connection, which is closed before anything is observed. */
export async function changeDatabase(target: OpenTarget, sql: string): Promise<void> {
  if (target.address.engine !== 'postgres') throw new Error('This is no database of PostgreSQL.')
  await run(target.address, sql)
}

async function run(address: PostgresAddress, sql: string): Promise<void> {
  const client = new pg.Client(address)
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

function serverAddress(): PostgresAddress {
  const url = new URL(process.env[URL_VARIABLE] ?? 'postgresql://nowhere')
  return {
    engine: 'postgres',
    host: url.hostname,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)) || 'postgres',
  }
}
