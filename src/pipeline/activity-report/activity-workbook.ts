import writeExcelFile, { type CellObject } from 'write-excel-file/node'
import type { Moment } from '../../schema/values/moment.ts'
import { ACTIVITY_COLUMNS, type ActivityColumn } from './activity-columns.ts'
import type { ActivityRow } from './activity-row.ts'
import { workbookText } from './workbook-text.ts'

/** A spreadsheet keeps 15 digits of a number. */
const FIRST_INEXACT = 1e15

/** Before that day a spreadsheet counts days in its own way: it has a 29 February 1900. */
const FIRST_DATE: Moment = '1900-03-01T00:00:00.000000Z'

/**
 * The activity report as an Excel workbook (.xlsx) of one sheet: a row of titles that stays where it is, then the rows.
 * Text is text and never a formula, whatever it begins with. Numbers are numbers; one of more than 15 digits, which Excel
 * would round, is text. Moments are dates in UTC, shown to the second and kept to the millisecond; one that Excel has
 * no date for (before March 1900) is text. What is not known is an empty cell. The bytes also say when they were made:
 * compare what is in them.
 */
export async function activityWorkbook(rows: readonly ActivityRow[]): Promise<Uint8Array> {
  const titles = ACTIVITY_COLUMNS.map(({ title }) => ({ ...text(title), fontWeight: 'bold' as const }))
  const cells = rows.map((row) => ACTIVITY_COLUMNS.map((column) => cellOf(column, row)))
  return writeExcelFile([titles, ...cells], {
    sheet: 'Activity',
    stickyRowsCount: 1,
    columns: ACTIVITY_COLUMNS.map(({ width }) => ({ width })),
  }).toBuffer()
}

function cellOf(column: ActivityColumn, row: ActivityRow): CellObject | null {
  if (column.kind === 'count') return orEmpty(count, column.value(row))
  return orEmpty(column.kind === 'moment' ? moment : text, column.value(row))
}

function orEmpty<Value>(cell: (value: Value) => CellObject, value: Value | null): CellObject | null {
  return value === null ? null : cell(value)
}

/** The format makes it stay text when somebody edits the cell. */
function text(value: string): CellObject {
  return { type: String, value: workbookText(value), format: '@' }
}

function count(value: number): CellObject {
  if (Math.abs(value) >= FIRST_INEXACT) return text(String(value))
  return { type: Number, value, format: '#,##0' }
}

function moment(value: Moment): CellObject {
  if (value < FIRST_DATE) return text(value)
  return { type: Date, value: new Date(value), format: 'yyyy-mm-dd hh:mm:ss' }
}
