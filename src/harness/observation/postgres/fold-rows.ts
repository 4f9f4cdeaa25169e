import { createHash } from 'node:crypto'
import { quoteIdentifier } from '../../vocabulary/quote-identifier.ts'
import type { Key } from '../compared-side.ts'
import type { Connection } from '../connection.ts'
import type { ChunkFingerprint, ColumnHashes, RowsRequest, TableFingerprint } from '../table-fingerprint.ts'
import { exactForm } from './exact-form.ts'
import { tableSide } from './table-side.ts'

/**
 * Hashes a table's rows in the server, a chunk at a time and all its columns at once. A column of a chunk is held in
 * memory there, and may take a gigabyte.
 * @throws Error when the chunks together do not hold every row.
 */
export async function foldRows(
  db: Connection,
  request: RowsRequest,
  chunkRows: number,
): Promise<TableFingerprint> {
  const side = await tableSide(db, request, exactForm)
  const chunks: ChunkFingerprint[] = []
  let after: Key | undefined
  for (;;) {
    const { rows, firstKey, lastKey, columns } = await side.fold({ after }, chunkRows)
    if (firstKey === undefined || lastKey === undefined) break
    // A literal that did not stand for exactly its value would bring the same row back for ever.
    if (lastKey.join() === after?.join())
      throw new Error(`Reading ${request.table} got stuck at ${lastKey.join(', ')}.`)
    chunks.push({ firstKey, lastKey, rows, columns })
    after = lastKey
    if (rows < chunkRows) break
  }
  const rows = chunks.reduce((sum, chunk) => sum + chunk.rows, 0)
  const [all] = await db.all<{ rows: number }>(
    `SELECT count(*) AS rows FROM ${quoteIdentifier(request.table)}`,
  )
  if (all?.rows !== rows) throw new Error(`Of ${all?.rows} rows of ${request.table} only ${rows} were read.`)
  return { table: request.table, rows, columns: hashOfHashes(request.columns, chunks), chunks }
}

function hashOfHashes(columns: readonly string[], chunks: readonly ChunkFingerprint[]): ColumnHashes {
  return Object.fromEntries(
    columns.map((name) => {
      const hashes = chunks.map((chunk) => chunk.columns[name]).join('\n')
      return [name, createHash('sha256').update(hashes).digest('hex')]
    }),
  )
}
