import { createHash } from 'node:crypto'
import type { Connection } from '../../observation/connection.ts'
import { fingerprintCatalog } from '../../observation/fingerprint-catalog.ts'
import { sqliteDialect } from '../../observation/sqlite/sqlite-dialect.ts'
import type { OnCopied } from '../../target/source.ts'
import type { Catalog, Table } from '../../vocabulary/catalog.ts'
import { quoteIdentifier } from '../../vocabulary/quote-identifier.ts'
import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import type { DatabaseContents, TableContents } from '../backup.ts'
import { migrationIn } from '../migration-in.ts'
import { keyOf } from './key-of.ts'

/** Rows a chunk. Fingerprints of records compare only as long as it stays; at 10 KB a row a chunk takes 10 MB. */
const CHUNK = 1024

/** What is in a database, in the snapshot of the connection. */
export async function readContents(db: Connection, onProgress?: OnCopied): Promise<DatabaseContents> {
  const catalog = await sqliteDialect.readCatalog(db, [])
  const [engine] = await db.all<{ version: string }>('SELECT sqlite_version() AS version')
  return {
    engineVersion: engine?.version ?? '',
    migration: await migrationIn(db, catalog),
    catalog: fingerprintCatalog(catalog),
    tables: await tablesOf(db, catalog, onProgress),
  }
}

async function tablesOf(
  db: Connection,
  { tables }: Catalog,
  onProgress?: OnCopied,
): Promise<readonly TableContents[]> {
  const found: TableContents[] = []
  for (const [done, table] of tables.entries()) {
    onProgress?.({ what: `tables read: ${table.name}`, done, total: tables.length })
    found.push(await contentsOf(db, table))
  }
  onProgress?.({ what: 'tables read', done: tables.length, total: tables.length })
  return found
}

async function contentsOf(db: Connection, table: Table): Promise<TableContents> {
  const { name } = table
  const columns = table.columns.filter(({ generated }) => generated === null).map((column) => column.name)
  try {
    const request = { table: name, key: keyOf(table), columns }
    const folded = await sqliteDialect.foldRows(db, request, CHUNK)
    const hashes = columns.map((column) => [column, folded.columns[column]])
    return { name, rows: folded.rows, fingerprint: sha256(JSON.stringify(hashes)) }
  } catch (error) {
    if (!(error instanceof StagegateError)) throw error
    const [row] = await db.all<{ rows: number }>(`SELECT count(*) AS rows FROM ${quoteIdentifier(name)}`)
    return { name, rows: row?.rows ?? 0, fingerprint: null }
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
