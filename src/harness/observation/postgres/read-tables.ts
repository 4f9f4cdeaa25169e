import type { Connection } from '../connection.ts'
import type { TableColumn } from '../dialect.ts'

/** The tables of the schema `public`, with their columns in order; partitions are read with what they are a part of. */
export async function readTables(db: Connection): Promise<ReadonlyMap<string, readonly TableColumn[]>> {
  const rows = await db.all<{ table: string; name: string | null; type: string; pk: number }>(
    `SELECT c.relname AS "table", a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
       coalesce(array_position(k.conkey, a.attnum), 0) AS pk
     FROM pg_class AS c
       LEFT JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       LEFT JOIN pg_constraint AS k ON k.conrelid = c.oid AND k.contype = 'p'
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
     ORDER BY c.relname COLLATE "C", a.attnum`,
  )
  const tables = new Map<string, TableColumn[]>()
  for (const { table, name, type, pk } of rows) {
    const columns = tables.get(table) ?? []
    if (name !== null) columns.push({ name, type, primaryKeyPosition: pk })
    tables.set(table, columns)
  }
  return tables
}
