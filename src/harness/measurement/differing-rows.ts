import type { RowsRequests } from '../observation/observe-rows.ts'
import type { TableDifferences } from '../observation/table-differences.ts'
import { formatCount } from '../vocabulary/format.ts'
import type { Witness } from '../vocabulary/witness.ts'
import { faults } from './faults.ts'
import type { Measurement } from './measurement.ts'
import { changedValue, goneRow, newRow } from './row-witness.ts'

/**
 * Rows that are not what they were: gone, new, or with another value in some column.
 * @param expected the tables and columns that were there before; what the differences do not speak of is gone
 * @param except tables (`skill_snapshots`) and columns (`clan_members.id`) that are declared to differ
 */
export function differingRows(
  expected: RowsRequests,
  differences: readonly TableDifferences[],
  except: readonly string[] = [],
  subject = 'every column of every row',
): Measurement {
  const tables = Object.keys(expected).filter((table) => !except.includes(table))
  const compared = differences
    .filter(({ table }) => tables.includes(table))
    .map((difference) => without(except, difference))
  const absent = tables.flatMap((table) => missing(table, expected, compared, except))
  return faults({
    subject,
    population: compared.reduce((sum, { rowsBefore }) => sum + rowsBefore, 0),
    count: absent.length + compared.reduce((sum, difference) => sum + faultsIn(difference), 0),
    witnesses: [...absent, ...compared.flatMap(rows)],
    usualCause:
      'A fill that writes more than its link column, a value that lost digits or its type, or a lost row.',
  })
}

/** The differences, those of excepted columns left out. */
function without(except: readonly string[], difference: TableDifferences): TableDifferences {
  const { table, columns, values } = difference
  const counts = ([column]: readonly [string, number]) => !except.includes(`${table}.${column}`)
  return {
    ...difference,
    columns: Object.fromEntries(Object.entries(columns).filter(counts)),
    values: values.filter(({ column }) => !except.includes(`${table}.${column}`)),
  }
}

function missing(
  table: string,
  expected: RowsRequests,
  compared: readonly TableDifferences[],
  except: readonly string[],
): readonly Witness[] {
  const found = compared.find((difference) => difference.table === table)
  if (!found) return [{ where: table, what: 'the table is gone' }]
  return (expected[table]?.columns ?? [])
    .filter((column) => found.columns[column] === undefined && !except.includes(`${table}.${column}`))
    .map((column) => ({ where: `${table}.${column}`, what: 'the column is gone' }))
}

function faultsIn({ rowsBefore, rowsNow, paired, columns }: TableDifferences): number {
  const values = Object.values(columns).reduce((sum, count) => sum + count, 0)
  return rowsBefore - paired + (rowsNow - paired) + values
}

function rows(difference: TableDifferences): readonly Witness[] {
  const { table, rowsBefore, rowsNow, gone, added, values } = difference
  const counted = `${formatCount(rowsNow)} rows; ${formatCount(rowsBefore)} before`
  return [
    ...(rowsNow === rowsBefore || namesAll(difference) ? [] : [{ where: table, what: counted }]),
    ...gone.map((key) => goneRow(table, key)),
    ...added.map((key) => newRow(table, key)),
    ...values.map(({ key, column, now, before }) => changedValue(table, key, column, now, before)),
  ]
}

/** Whether every row that is gone or new is named: then nothing has to be said of the table as a whole. */
function namesAll({ rowsBefore, rowsNow, paired, gone, added }: TableDifferences): boolean {
  return gone.length === rowsBefore - paired && added.length === rowsNow - paired
}
