import type { Connection } from '../connection.ts'
import type { ChunkRange, QuotedRow } from '../table-fingerprint.ts'
import { exactForm } from './exact-form.ts'
import { tableSide } from './table-side.ts'

/** The rows of one chunk, value by value, in the order of the key. */
export async function readChunk(
  db: Connection,
  { firstKey, lastKey, ...request }: ChunkRange,
): Promise<readonly QuotedRow[]> {
  const side = await tableSide(db, request, exactForm)
  return side.read({ from: firstKey, upTo: lastKey }, request.columns)
}
