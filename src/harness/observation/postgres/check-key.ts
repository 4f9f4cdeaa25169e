import { quoteIdentifier } from '../../vocabulary/quote-identifier.ts'
import type { Connection } from '../connection.ts'
import type { RowsRequest } from '../table-fingerprint.ts'
import { unusableKey } from '../unusable-key.ts'

/**
 * Rows can be put in one order only by a key that every row has and no two rows share.
 * @throws StagegateError when it is NULL or double somewhere.
 */
export async function checkKey(db: Connection, { table, key }: RowsRequest): Promise<void> {
  const from = `FROM ${quoteIdentifier(table)} AS t`
  const columns = key.map((column) => `t.${quoteIdentifier(column)}`)
  const [empty] = await db.all(
    `SELECT 1 ${from} WHERE ${columns.map((c) => `${c} IS NULL`).join(' OR ')} LIMIT 1`,
  )
  if (empty !== undefined) throw unusableKey(table, key, 'is NULL in some row')
  if (await keptUnique(db, table, key)) return
  const [twice] = await db.all(`SELECT 1 ${from} GROUP BY ${columns.join(', ')} HAVING count(*) > 1 LIMIT 1`)
  if (twice !== undefined) throw unusableKey(table, key, 'is the same in several rows')
}

/** Whether a whole and valid unique index lies within the key: then nothing needs to be counted. */
async function keptUnique(db: Connection, table: string, key: readonly string[]): Promise<boolean> {
  const rows = await db.all<{ index: number; name: string | null }>(
    `SELECT i.indexrelid AS index, a.attname AS name
     FROM pg_class AS c JOIN pg_index AS i ON i.indrelid = c.oid
       CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (attnum, place)
       LEFT JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = k.attnum
     WHERE c.relnamespace = 'public'::regnamespace AND c.relname = $1 AND k.place <= i.indnkeyatts
       AND i.indisunique AND i.indisvalid AND i.indimmediate AND i.indpred IS NULL`,
    [table],
  )
  const indexes = new Set(rows.map(({ index }) => index))
  return [...indexes].some((index) =>
    rows.every((row) => row.index !== index || (row.name !== null && key.includes(row.name))),
  )
}
