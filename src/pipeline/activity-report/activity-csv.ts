import { stringify } from 'csv-stringify/sync'
import { ACTIVITY_COLUMNS } from './activity-columns.ts'
import type { ActivityRow } from './activity-row.ts'
import { harmlessText } from './harmless-text.ts'

/**
 * The activity report as CSV (RFC 4180): a line of titles, then a line a row, each ended by CR LF; to be written as
 * UTF-8, without a byte order mark. Text is in quotes, in which quotes are doubled. What is not known is empty, without
 * quotes. Numbers have all their digits and no separators, a moment is its own text in UTC, to the microsecond.
 *
 * Text is made harmless for spreadsheets that split at commas as it is written here (`harmlessText`; a reader that wants
 * the very text drops one apostrophe at its beginning). One that is set to split at semicolons may take the middle of a
 * name for a cell of its own: for spreadsheets there is the workbook.
 */
export function activityCsv(rows: readonly ActivityRow[]): string {
  const lines = rows.map((row) =>
    ACTIVITY_COLUMNS.map((column) => {
      if (column.kind !== 'text') return column.value(row)
      const text = column.value(row)
      return text === null ? null : harmlessText(text)
    }),
  )
  return stringify([ACTIVITY_COLUMNS.map(({ title }) => title), ...lines], {
    quoted_string: true,
    record_delimiter: 'windows',
  })
}
