import { quoteName } from '../../../schema/sqlite/quote-name.ts'
import { batches } from './batches.ts'
import type { Queries } from './queries.ts'

/** Ten parameters a row at the most, far below what a statement may have. */
const ROWS_A_STATEMENT = 100

/** Inserts rows in the order given. All have the columns of the first; values are as the columns hold them. */
export async function insertRows(
  db: Queries,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  const into = `INSERT INTO ${quoteName(table)} (${columns.map(quoteName).join(', ')})`
  const row = `(${columns.map(() => '?').join(', ')})`
  for (const some of batches(rows, ROWS_A_STATEMENT)) {
    const values = some.flatMap((one) => columns.map((column) => wellFormed(one[column])))
    await db.query(`${into} VALUES ${some.map(() => row).join(', ')}`, values)
  }
}

/** Half a surrogate pair is no text in UTF-8: it would be written as bytes that nothing that is read equals. */
function wellFormed(value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value
}
