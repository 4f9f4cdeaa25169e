import { quoteName } from '../../../schema/definitions/quote-name.ts'
import { dialectOf } from '../../engine/dialect-of.ts'
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
  const { storable } = dialectOf(db)
  const stored = (value: unknown) => (typeof value === 'string' ? storable(value) : value)
  const columns = Object.keys(rows[0] ?? {})
  const into = `INSERT INTO ${quoteName(table)} (${columns.map(quoteName).join(', ')})`
  const row = `(${columns.map(() => '?').join(', ')})`
  for (const some of batches(rows, ROWS_A_STATEMENT)) {
    const values = some.flatMap((one) => columns.map((column) => stored(one[column])))
    await db.query(`${into} VALUES ${some.map(() => row).join(', ')}`, values)
  }
}
