import type { RowsRequests } from '../observation/observe-rows.ts'
import type { TableDifferences } from '../observation/table-differences.ts'
import { differingRows } from './differing-rows.ts'
import type { Measurement } from './measurement.ts'

/**
 * Rows of before that are gone or have another value in some column. Rows that have come in since are no fault.
 * @param expected the tables and columns that were there before; what the differences do not speak of is gone
 * @param except columns (`clan_members.role`) that may have other values, and tables (`clan_members`) not to be looked at
 * @throws RangeError for an exception that is nothing of before: it would except nothing.
 */
export function keptRows(
  expected: RowsRequests,
  differences: readonly TableDifferences[],
  except: readonly string[],
): Measurement {
  const unknown = except.find((name) => expected[name] === undefined && !isColumnOf(expected, name))
  if (unknown !== undefined) throw new RangeError(`there was nothing called "${unknown}" to be excepted`)
  const kept = differences.map(withoutAdded)
  return {
    ...differingRows(expected, kept, except),
    subject: 'every row of before',
    usualCause:
      'A writer that replaces rows instead of updating them, or that touches rows it has nothing to say about.',
  }
}

function isColumnOf(expected: RowsRequests, name: string): boolean {
  return Object.entries(expected).some(([table, { columns }]) =>
    columns.some((column) => `${table}.${column}` === name),
  )
}

function withoutAdded(difference: TableDifferences): TableDifferences {
  return { ...difference, rowsNow: difference.paired, added: [] }
}
