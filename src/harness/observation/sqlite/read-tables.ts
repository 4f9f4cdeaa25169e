import type { Connection } from '../connection.ts'
import type { TableColumn } from '../dialect.ts'

/** The ordinary tables, SQLite's own and those behind virtual tables left out, with their columns in order. */
export async function readTables(db: Connection): Promise<ReadonlyMap<string, readonly TableColumn[]>> {
  const rows = await db.all<{ table: string; name: string; type: string; pk: number }>(
    `SELECT t.name AS "table", c.name AS name, c.type AS type, c.pk AS pk
     FROM pragma_table_list AS t, pragma_table_xinfo(t.name) AS c
     WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
     ORDER BY t.name, c.cid`,
  )
  const tables = new Map<string, TableColumn[]>()
  for (const { table, name, type, pk } of rows) {
    const columns = tables.get(table) ?? []
    columns.push({ name, type: type.toLowerCase(), primaryKeyPosition: pk })
    tables.set(table, columns)
  }
  return tables
}
