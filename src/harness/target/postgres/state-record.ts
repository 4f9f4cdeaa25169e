import { quoteIdentifier } from '../../vocabulary/quote-identifier.ts'
import { COMMENT_LOCK, lockKey } from './advisory-lock.ts'
import { STATE } from './database-name.ts'
import type { Server } from './server.ts'

/** What is kept beside a finished state, as the comment on its database. */
export interface StateRecord {
  readonly label: string
  readonly key: string
  /** When it was last asked for, in milliseconds since 1970. */
  readonly usedAt: number
  readonly facts: Readonly<Record<string, unknown>>
}

const COMMENT = `SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE datname = $1`
const ALL = `SELECT datname AS name, shobj_description(oid, 'pg_database') AS comment FROM pg_database
WHERE starts_with(datname, '${STATE}') AND datistemplate AND pg_has_role(datdba, 'MEMBER')`
const FINISHED = `SELECT FROM pg_database WHERE datname = $1 AND datistemplate AND NOT datallowconn AND datconnlimit = -1`

/** Whether a database is a finished state: whole, and closed for good. */
export async function isFinished(server: Server, name: string): Promise<boolean> {
  return (await server.query(FINISHED, [name])).length > 0
}

/** The record of one state, or undefined when it is not there. */
export async function readRecord(server: Server, name: string): Promise<StateRecord | undefined> {
  const [row] = await server.query<{ comment: string | null }>(COMMENT, [name])
  return parsed(row?.comment)
}

/** All finished states of ours on the server, by name. */
export async function readRecords(server: Server): Promise<ReadonlyMap<string, StateRecord>> {
  const rows = await server.query<{ name: string; comment: string | null }>(ALL)
  return new Map(
    rows.flatMap(({ name, comment }) => {
      const record = parsed(comment)
      return record ? [[name, record] as const] : []
    }),
  )
}

/**
 * Writes a record down for the first time, on a database that is not a finished state yet. What was written before is on
 * the disk afterwards, also on a server that does not wait for that: until it is, VACUUM takes no row for visible to all.
 */
export async function writeRecord(server: Server, database: string, record: StateRecord): Promise<void> {
  await server.transaction(async (client) => {
    await client.query('SET LOCAL synchronous_commit = on')
    await client.query(commentOn(database, client.escapeLiteral(JSON.stringify(record))))
  })
}

/** Changes a record, one process after the other. */
export async function updateRecord(
  server: Server,
  name: string,
  change: (record: StateRecord) => StateRecord,
): Promise<void> {
  await server.transaction(async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1, $2)', [COMMENT_LOCK, lockKey(name)])
    const { rows } = await client.query<{ comment: string | null }>(COMMENT, [name])
    const record = parsed(rows[0]?.comment)
    if (record === undefined) throw new Error(`there is no finished state ${name}`)
    await client.query(commentOn(name, client.escapeLiteral(JSON.stringify(change(record)))))
  })
}

function commentOn(database: string, literal: string): string {
  return `COMMENT ON DATABASE ${quoteIdentifier(database)} IS ${literal}`
}

function parsed(comment: string | null | undefined): StateRecord | undefined {
  return comment ? JSON.parse(comment) : undefined
}
