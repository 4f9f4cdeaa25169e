import { quoteIdentifier } from '../../vocabulary/quote-identifier.ts'
import type { Connection } from '../connection.ts'
import type { Sequence } from '../sequence.ts'
import { parseCreateTable } from './parse-create-table.ts'

/**
 * The row ids that AUTOINCREMENT gives. SQLite gives one more than the last or the largest, whichever is larger, so
 * that no such sequence is ever behind its column.
 */
export async function readSequences(db: Connection): Promise<readonly Sequence[]> {
  const tables = await db.all<{ name: string; sql: string; column: string }>(
    `SELECT m.name, m.sql, c.name AS "column" FROM sqlite_master AS m, pragma_table_xinfo(m.name) AS c
     WHERE m.type = 'table' AND c.pk = 1 AND m.sql LIKE '%AUTOINCREMENT%' ORDER BY m.name`,
  )
  const found: Sequence[] = []
  for (const { name, sql, column } of tables) {
    if (!parseCreateTable(sql).autoIncrement) continue
    const value = `t.${quoteIdentifier(column)}`
    const [row] = await db.all<Pick<Sequence, 'last' | 'next' | 'largest'>>(
      `SELECT CAST(last AS TEXT) AS last, CAST(largest AS TEXT) AS largest,
         CAST(max(coalesce(last, 0), coalesce(largest, 0)) + 1 AS TEXT) AS next
       FROM (SELECT (SELECT seq FROM sqlite_sequence WHERE name = ?1) AS last,
         (SELECT max(${value}) FROM ${quoteIdentifier(name)} AS t) AS largest)`,
      [name],
    )
    found.push({
      table: name,
      column,
      last: row?.last ?? null,
      next: row?.next ?? '1',
      largest: row?.largest ?? null,
    })
  }
  return found
}
