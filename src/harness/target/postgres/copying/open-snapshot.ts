import type pg from 'pg'
import { StagegateError } from '../../../vocabulary/stagegate-error.ts'
import type { PostgresAddress } from '../../address.ts'
import { connect } from '../connect.ts'
import { shown } from '../parse-url.ts'
import { DATABASE_OPTION } from '../url-option.ts'
import { SOURCE_SETTINGS } from './source-settings.ts'
import { quotedTable, type SourceTable, shownTable, sourceTables } from './source-tables.ts'

/** One moment of a database, for as long as it is held. Other sessions can look at the same moment by its name. */
export interface Snapshot extends AsyncDisposable {
  /** For `SET TRANSACTION SNAPSHOT` and `pg_dump --snapshot`. */
  readonly id: string
  /** The session that holds it. It looks at that moment, and writes nothing. */
  readonly client: pg.Client
  readonly tables: readonly SourceTable[]
}

const NO_LOCK = '55P03'

/**
 * Holds a moment of a database. Everybody goes on reading and writing; nobody changes the structure of its tables or
 * truncates one meanwhile: that would show in the middle of the moment.
 * @throws StagegateError where somebody is doing that right now, or a connection is not to be had
 */
export async function openSnapshot(address: PostgresAddress): Promise<Snapshot> {
  const client = await connect(address, { settings: SOURCE_SETTINGS, option: DATABASE_OPTION })
  try {
    const before = await sourceTables(client)
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    // Locks come first: with its first query a transaction begins to see one moment, and nothing after it.
    await lock(client, address, before)
    const { rows } = await client.query<{ id: string }>('SELECT pg_export_snapshot() AS id')
    const tables = await sourceTables(client)
    if (JSON.stringify(tables) !== JSON.stringify(before)) throw changing(address, differing(before, tables))
    return {
      id: rows[0]?.id ?? '',
      client,
      tables,
      [Symbol.asyncDispose]: () => client.end(),
    }
  } catch (error) {
    await client.end()
    throw error
  }
}

async function lock(
  client: pg.Client,
  address: PostgresAddress,
  tables: readonly SourceTable[],
): Promise<void> {
  const names = tables.filter(({ kind }) => kind !== 'sequence').map(quotedTable)
  if (names.length === 0) return
  try {
    await client.query(`LOCK TABLE ${names.join(', ')} IN ACCESS SHARE MODE`)
  } catch (error) {
    const { code, message } = error as { readonly code?: string; readonly message: string }
    // Dropped since it was listed.
    if (code === NO_LOCK || code === '42P01') throw changing(address, message)
    throw error
  }
}

function differing(before: readonly SourceTable[], after: readonly SourceTable[]): string {
  const texts = [before, after].map((tables) => new Set(tables.map(shownTable)))
  const [old = new Set(), now = new Set()] = texts
  return [...old, ...now].filter((name) => old.has(name) !== now.has(name)).join(', ')
}

function changing(address: PostgresAddress, what: string): StagegateError {
  return new StagegateError({
    what: `The structure of the database is being changed right now: ${what}.`,
    where: shown(address),
    cause: 'A migration, a TRUNCATE or a maintenance job holds a table for itself.',
    next: 'Wait until it is done, and run this again.',
  })
}
