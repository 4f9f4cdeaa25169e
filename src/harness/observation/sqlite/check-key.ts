import { quoteIdentifier } from '../../vocabulary/quote-identifier.ts'
import type { Connection } from '../connection.ts'
import type { RowsRequest } from '../table-fingerprint.ts'
import { unusableKey } from '../unusable-key.ts'
import { columnOf } from './key-range.ts'

/**
 * Rows can be put in one order only by a key that every row has and no two rows share.
 * @throws StagegateError when it is NULL or double somewhere.
 */
export async function checkKey(db: Connection, { table, key }: RowsRequest): Promise<void> {
  const from = `FROM ${quoteIdentifier(table)} AS t`
  const columns = key.map(columnOf)
  const [empty] = await db.all(
    `SELECT 1 ${from} WHERE ${columns.map((c) => `${c} IS NULL`).join(' OR ')} LIMIT 1`,
  )
  if (empty !== undefined) throw unusableKey(table, key, 'is NULL in some row')
  if (await keptUnique(db, table, key)) return
  const [twice] = await db.all(`SELECT 1 ${from} GROUP BY ${columns.join(', ')} HAVING count(*) > 1 LIMIT 1`)
  if (twice !== undefined) throw unusableKey(table, key, 'is the same in several rows')
}

/** Whether a primary key or a unique index lies within the key: then nothing needs to be counted. */
async function keptUnique(db: Connection, table: string, key: readonly string[]): Promise<boolean> {
  const rows = await db.all<{ source: string; name: string | null }>(
    `SELECT '' AS source, name FROM pragma_table_xinfo(?1) WHERE pk > 0
     UNION ALL
     SELECT l.name, i.name FROM pragma_index_list(?1) AS l, pragma_index_info(l.name) AS i
     WHERE l."unique" = 1 AND l.partial = 0`,
    [table],
  )
  const sources = new Set(rows.map(({ source }) => source))
  return [...sources].some((source) =>
    rows.every((row) => row.source !== source || (row.name !== null && key.includes(row.name))),
  )
}
