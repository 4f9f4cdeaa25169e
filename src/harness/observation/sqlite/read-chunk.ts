import { quoteIdentifier } from '../../vocabulary/quote-identifier.ts'
import type { Connection } from '../connection.ts'
import type { ChunkRange, QuotedRow } from '../table-fingerprint.ts'
import { columnOf, keyBetween } from './key-range.ts'
import { type Cell, cellOf, literalOf } from './literal.ts'

/** The rows of one chunk, value by value, in the order of the key. */
export async function readChunk(db: Connection, range: ChunkRange): Promise<readonly QuotedRow[]> {
  const { table, key, columns, firstKey, lastKey } = range
  const within = keyBetween(key, firstKey, lastKey)
  const names = [...key, ...columns]
  const rows = await db.all<Record<string, Cell>>(
    `SELECT ${names.map((name, at) => `${cellOf(columnOf(name))} AS c${at}`).join(', ')}
     FROM ${quoteIdentifier(table)} AS t ${within.sql}`,
    within.params,
  )
  return rows.map((row) => {
    const literals = names.map((_, at) => literalOf(row[`c${at}`] ?? 'NULL'))
    return { key: literals.slice(0, key.length), values: literals.slice(key.length) }
  })
}
