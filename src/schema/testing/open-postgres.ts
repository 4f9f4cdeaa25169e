import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** A database of a test's own, which disposing of it drops. */
export interface TestDatabase extends AsyncDisposable {
  readonly url: string
}

const SERVER = process.env.STAGEGATE_POSTGRES_URL ?? ''

/** Why tests of PostgreSQL are skipped; false when they are not. */
export const WITHOUT_POSTGRES = SERVER === '' && 'needs PostgreSQL: set STAGEGATE_POSTGRES_URL'

/** Makes an empty database, in which names sort byte by byte, as they do in SQLite. */
export async function makeDatabase(): Promise<TestDatabase> {
  const name = `stagegate_schema_${randomBytes(6).toString('hex')}`
  await onServer(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'`)
  const url = new URL(SERVER)
  url.pathname = `/${name}`
  return {
    url: url.href,
    [Symbol.asyncDispose]: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`),
  }
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: SERVER })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
