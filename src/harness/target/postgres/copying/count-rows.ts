import type pg from 'pg'
import { quotedTable, type SourceTable } from './source-tables.ts'

/** How many rows each table has, in the order of the tables: exact text. Partitions count for themselves. */
export async function countRows(
  client: pg.ClientBase,
  tables: readonly SourceTable[],
): Promise<ReadonlyMap<SourceTable, string>> {
  const counts = new Map<SourceTable, string>()
  for (const table of tables.filter(({ kind }) => kind === 'table')) {
    const { rows } = await client.query<{ rows: string }>(
      `SELECT count(*)::text AS rows FROM ONLY ${quotedTable(table)}`,
    )
    counts.set(table, rows[0]?.rows ?? '')
  }
  return counts
}
