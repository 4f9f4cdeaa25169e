import type { QuotedRow } from '../observation/table-fingerprint.ts'
import type { Witness } from '../vocabulary/witness.ts'
import { changedValue, goneRow, newRow } from './row-witness.ts'

/**
 * Rows of one table that differ in one column, that are gone or that are new.
 * @param before the rows with that column alone, and `after` likewise
 */
export function changedValues(
  table: string,
  column: string,
  before: readonly QuotedRow[],
  after: readonly QuotedRow[],
): readonly Witness[] {
  const found = new Map(after.map((row) => [row.key.join(), row]))
  const known = new Set(before.map(({ key }) => key.join()))
  const changed = before.flatMap(({ key, values: [was = ''] }): readonly Witness[] => {
    const row = found.get(key.join())
    if (!row) return [goneRow(table, key)]
    const [now = ''] = row.values
    return now === was ? [] : [changedValue(table, key, column, now, was)]
  })
  return [
    ...changed,
    ...after.filter(({ key }) => !known.has(key.join())).map(({ key }) => newRow(table, key)),
  ]
}
