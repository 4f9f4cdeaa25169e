import type { OpenTarget } from '../target/open-target.ts'
import { quoteIdentifier } from '../vocabulary/quote-identifier.ts'
import { checkColumns } from './check-columns.ts'
import { typesOf } from './types-of.ts'
import { withObserver } from './with-observer.ts'

export interface RowNumbersRequest {
  readonly table: string
  /** The column that rows are known by. */
  readonly name: string
}

/**
 * The engine's own number of each row, with the value that the row is known by: pairs of exact texts.
 * @throws StagegateError for a table or column that is not there.
 */
export function observeRowNumbers(
  target: OpenTarget,
  { table, name }: RowNumbersRequest,
): Promise<readonly (readonly (string | null)[])[]> {
  return withObserver(target, async (observer) => {
    const { db, dialect } = observer
    const [type = ''] = typesOf(await checkColumns(observer, table, [name]), [name])
    const texts = [
      dialect.valueText(quoteIdentifier(name), type),
      dialect.valueText(dialect.rowNumber, 'bigint'),
    ]
    const rows = await db.all<{ name: string | null; number: string | null }>(
      `SELECT ${texts[0]} AS name, ${texts[1]} AS number FROM ${quoteIdentifier(table)} ORDER BY 2, 1`,
    )
    return rows.map((row) => [row.name, row.number])
  })
}
