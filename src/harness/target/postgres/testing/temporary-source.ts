import { randomBytes } from 'node:crypto'
import { quoteIdentifier } from '../../../vocabulary/quote-identifier.ts'
import type { PostgresAddress } from '../../address.ts'
import { withConnection } from '../connect.ts'
import { toUrl } from '../parse-url.ts'
import { rowsOf, testServer } from './needs-postgres.ts'

/** A database that is none of ours. Disposing of it drops it. */
export interface TemporarySource extends AsyncDisposable {
  readonly address: PostgresAddress
  /** With the password. */
  readonly url: string
}

/** A database that somebody else has made, by these statements. */
export async function temporarySource(
  sql: string,
  options = "LC_COLLATE 'C' LC_CTYPE 'C'",
): Promise<TemporarySource> {
  const address = { ...testServer(), database: `rehearsed_${randomBytes(6).toString('hex')}` }
  const name = quoteIdentifier(address.database)
  await rowsOf(testServer(), `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' ${options}`)
  await withConnection(address, (client) => client.query(sql))
  return {
    address,
    url: toUrl(address),
    async [Symbol.asyncDispose]() {
      await rowsOf(testServer(), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    },
  }
}

/** A role of the server that may log in, with a password. Disposing of it drops it; what it owns must have gone. */
export async function temporaryRole(): Promise<
  { readonly user: string; readonly password: string } & AsyncDisposable
> {
  const user = `rehearsing_${randomBytes(6).toString('hex')}`
  const password = randomBytes(12).toString('hex')
  await rowsOf(testServer(), `CREATE ROLE ${user} LOGIN PASSWORD '${password}'`)
  return {
    user,
    password,
    async [Symbol.asyncDispose]() {
      await rowsOf(testServer(), `DROP ROLE IF EXISTS ${user}`)
    },
  }
}
