import { createHash } from 'node:crypto'
import { fingerprintCatalog } from '../../observation/fingerprint-catalog.ts'
import type { PostgresConnection } from '../../observation/postgres/postgres-connection.ts'
import { postgresDialect } from '../../observation/postgres/postgres-dialect.ts'
import type { Catalog } from '../../vocabulary/catalog.ts'
import { quoteIdentifier } from '../../vocabulary/quote-identifier.ts'
import type { DatabaseContents, TableContents } from '../backup.ts'
import type { WorkOptions } from '../engine-backups.ts'
import { migrationIn } from '../migration-in.ts'
import { attentive } from './attentive.ts'
import { withoutRoles } from './without-roles.ts'

/** Rows a chunk. Fingerprints of records compare only as long as it stays; at 10 KB a row a chunk takes 10 MB. */
const CHUNK = 1024

/** What is in a database, and the fingerprint of its catalog where nobody's rights are looked at. */
export interface PostgresContents extends DatabaseContents {
  readonly catalogWithoutRoles: string
}

interface FoundTable {
  readonly schema: string
  readonly name: string
}

/** Ordinary tables of every schema; partitions are read with what they are a part of. */
const TABLES = `SELECT n.nspname AS schema, c.relname AS name FROM pg_class AS c
    JOIN pg_namespace AS n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't'
    AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND NOT EXISTS (
      SELECT FROM pg_depend AS e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
  ORDER BY n.nspname <> 'public', n.nspname COLLATE "C", c.relname COLLATE "C"`

/** What is in a database, in the snapshot of the connection. */
export async function readContents(
  connection: PostgresConnection,
  { onProgress, signal }: WorkOptions,
): Promise<PostgresContents> {
  const db = attentive(connection, signal)
  const catalog = await postgresDialect.readCatalog(db, [])
  const [engine] = await db.all<{ version: string }>(
    `SELECT split_part(current_setting('server_version'), ' ', 1) AS version`,
  )
  const found = await db.all<FoundTable>(TABLES)
  const tables: TableContents[] = []
  for (const [done, table] of found.entries()) {
    onProgress?.({ what: `tables read: ${nameOf(table)}`, done, total: found.length })
    tables.push(await contentsOf(db, table, catalog))
  }
  onProgress?.({ what: 'tables read', done: found.length, total: found.length })
  return {
    engineVersion: engine?.version ?? '',
    migration: await migrationIn(db, catalog),
    catalog: fingerprintCatalog(catalog),
    catalogWithoutRoles: fingerprintCatalog(withoutRoles(catalog)),
    tables,
  }
}

async function contentsOf(
  db: PostgresConnection,
  table: FoundTable,
  catalog: Catalog,
): Promise<TableContents> {
  const known = catalog.tables.find(({ name }) => table.schema === 'public' && name === table.name)
  if (known === undefined || known.primaryKey.length === 0) return summed(db, table)
  const columns = known.columns.filter(({ generated }) => generated === null).map(({ name }) => name)
  const request = { table: table.name, key: known.primaryKey, columns }
  const folded = await postgresDialect.foldRows(db, request, CHUNK)
  const hashes = columns.map((column) => [column, folded.columns[column]])
  return { name: nameOf(table), rows: folded.rows, fingerprint: sha256(JSON.stringify(hashes)) }
}

/** Without a key there is no order of rows: then the sums of their hashes stand for them. */
async function summed(db: PostgresConnection, table: FoundTable): Promise<TableContents> {
  const hash = (from: number) =>
    `sum(('x' || encode(substring(r.hash FROM ${from} FOR 8), 'hex'))::bit(64)::bigint)::text`
  const [row] = await db.all<{ rows: number; one: string | null; other: string | null }>(
    `SELECT count(*) AS rows, ${hash(1)} AS one, ${hash(9)} AS other
     FROM (SELECT sha256(convert_to(t::text, 'UTF8')) AS hash
       FROM ${quoteIdentifier(table.schema)}.${quoteIdentifier(table.name)} AS t) AS r`,
  )
  const { rows = 0, one = null, other = null } = row ?? {}
  return { name: nameOf(table), rows, fingerprint: sha256(JSON.stringify([rows, one, other])) }
}

function nameOf({ schema, name }: FoundTable): string {
  return schema === 'public' ? name : `${schema}.${name}`
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
