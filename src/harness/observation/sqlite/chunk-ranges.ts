import { quoteIdentifier } from '../../vocabulary/quote-identifier.ts'
import type { Connection } from '../connection.ts'
import type { ChunkRange, RowsRequest } from '../table-fingerprint.ts'
import { columnOf, keyIs } from './key-range.ts'
import { type Cell, cellOf, literalOf } from './literal.ts'

/** Cuts a table into ranges of so many rows, by its key, without reading anything but keys. */
export async function* chunkRanges(
  db: Connection,
  request: RowsRequest,
  chunkRows: number,
): AsyncGenerator<ChunkRange> {
  let after: readonly string[] | undefined
  for (;;) {
    const firstKey = await keyAt(db, request, after, 'ASC', 0)
    if (firstKey === undefined) return
    // A literal that did not stand for exactly its value would bring the same row back for ever.
    if (firstKey.join() === after?.join())
      throw new Error(`Reading ${request.table} got stuck at ${after.join(', ')}.`)
    const lastKey =
      (await keyAt(db, request, after, 'ASC', chunkRows - 1)) ?? (await keyAt(db, request, after, 'DESC', 0))
    if (lastKey === undefined) return
    yield { ...request, firstKey, lastKey }
    after = lastKey
  }
}

async function keyAt(
  db: Connection,
  { table, key }: RowsRequest,
  after: readonly string[] | undefined,
  direction: 'ASC' | 'DESC',
  offset: number,
): Promise<readonly string[] | undefined> {
  const beyond = after === undefined ? undefined : keyIs('>', key, after)
  const [row] = await db.all<Record<string, Cell>>(
    `SELECT ${key.map((name, at) => `${cellOf(columnOf(name))} AS k${at}`).join(', ')}
     FROM ${quoteIdentifier(table)} AS t ${beyond === undefined ? '' : `WHERE ${beyond.sql}`}
     ORDER BY ${key.map((name) => `${columnOf(name)} ${direction}`).join(', ')} LIMIT 1 OFFSET ${offset}`,
    beyond?.params,
  )
  return row === undefined ? undefined : key.map((_, at) => literalOf(row[`k${at}`] ?? 'NULL'))
}
