import type { ComparedSide } from '../compared-side.ts'
import type { Connection } from '../connection.ts'
import type { RowsRequest } from '../table-fingerprint.ts'
import { canonicalForm } from './canonical-form.ts'
import { CANONICAL_FLOATS } from './canonical-value.ts'
import { tableSide } from './table-side.ts'

/** A table of PostgreSQL in canonical form. */
export async function canonicalSide(db: Connection, request: RowsRequest): Promise<ComparedSide> {
  await db.all(CANONICAL_FLOATS)
  return tableSide(db, request, canonicalForm)
}
