import type { Address } from '../../target/address.ts'
import { compareByChunks } from '../compare-by-chunks.ts'
import type { Connection } from '../connection.ts'
import type { TableDifferences } from '../table-differences.ts'
import type { RowsRequest } from '../table-fingerprint.ts'
import { exactForm } from './exact-form.ts'
import { openConnection } from './open-connection.ts'
import { tableSide } from './table-side.ts'

/** Compares a table with the one in another database. No statement can read both: each has a connection of its own. */
export async function compareRows(
  db: Connection,
  before: Address,
  request: RowsRequest,
): Promise<TableDifferences> {
  const other = await openConnection(before)
  try {
    return await compareByChunks(
      request,
      await tableSide(other, request, exactForm),
      await tableSide(db, request, exactForm),
    )
  } finally {
    await other.close()
  }
}
