import { quoteIdentifier } from '../../vocabulary/quote-identifier.ts'
import type { Server } from './server.ts'

/**
 * From this size on the files are copied as they are. Copying block by block writes every one to the log; copying the
 * files flushes whatever the whole server has not written yet, twice.
 */
const LARGE = 64 * 1024 * 1024

/** Names sort and compare byte by byte, as they do in SQLite, whatever the server's own rules are. */
export async function createDatabase(server: Server, name: string): Promise<void> {
  await server.query(
    `CREATE DATABASE ${quoteIdentifier(name)} TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER libc LC_COLLATE 'C' LC_CTYPE 'C'`,
  )
}

/** Copies a database that nobody has open. */
export async function copyDatabase(server: Server, from: string, to: string): Promise<void> {
  const [source] = await server.query<{ bytes: string }>('SELECT pg_database_size($1) AS bytes', [from])
  const strategy = Number(source?.bytes) < LARGE ? 'WAL_LOG' : 'FILE_COPY'
  await server.query(
    `CREATE DATABASE ${quoteIdentifier(to)} TEMPLATE ${quoteIdentifier(from)} STRATEGY ${strategy}`,
  )
}
