import type { QuotedRow } from '../observation/table-fingerprint.ts'
import type { Witness } from '../vocabulary/witness.ts'

/** A value as it is shown: long ones are cut. */
const SHOWN = 60

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
  const found = new Map(after.map(({ key, values }) => [key.join(), values[0]]))
  const known = new Set(before.map(({ key }) => key.join()))
  const changed = before.flatMap(({ key, values }): Witness[] => {
    const where = `${table} #${key.join(', ')}`
    if (!found.has(key.join())) return [{ where, what: 'the row is gone' }]
    const value = found.get(key.join())
    return value === values[0]
      ? []
      : [{ where, what: `${column} is ${shown(value)}; it was ${shown(values[0])}` }]
  })
  const added = after.filter(({ key }) => !known.has(key.join()))
  return [
    ...changed,
    ...added.map(({ key }) => ({ where: `${table} #${key.join(', ')}`, what: 'the row is new' })),
  ]
}

function shown(value: string | undefined): string {
  if (value === undefined) return 'nothing'
  return value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value
}
