import { randomBytes } from 'node:crypto'
import { DataSource } from 'typeorm'
import type { PostgresAddress } from '../../address.ts'
import { withConnection } from '../connect.ts'
import { parseUrl } from '../parse-url.ts'

const URL_OF_SERVER = process.env.STAGEGATE_POSTGRES_URL

/** For a test's options: it is skipped, with the reason, where there is no server. */
export const needsPostgres = {
  skip: URL_OF_SERVER ? false : 'needs PostgreSQL: set STAGEGATE_POSTGRES_URL',
}

/** The server that tests run on. */
export function testServer(): PostgresAddress {
  return parseUrl(URL_OF_SERVER ?? '')
}

/** A data source without entities and migrations. */
export const plainTemplate = new DataSource({ type: 'better-sqlite3', database: 'never-opened.db' })

/** A label that no other test has. */
export function ownLabel(name: string): string {
  return `${name}-${randomBytes(4).toString('hex')}`
}

/** The rows of one statement, by a connection of its own. */
export async function rowsOf(address: PostgresAddress, sql: string, values: readonly unknown[] = []) {
  return withConnection(address, async (client) => (await client.query(sql, [...values])).rows)
}
