import type { Witness } from '../vocabulary/witness.ts'

/** A value as it is shown: long ones are cut. */
const SHOWN = 60

/** A row that was there before and is not any more. @param key its key, as SQL literals */
export function goneRow(table: string, key: readonly string[]): Witness {
  return { where: rowOf(table, key), what: 'the row is gone' }
}

/** A row that was not there before. */
export function newRow(table: string, key: readonly string[]): Witness {
  return { where: rowOf(table, key), what: 'the row is new' }
}

/** A row with another value in a column. Values are SQL literals. */
export function changedValue(
  table: string,
  key: readonly string[],
  column: string,
  now: string,
  before: string,
): Witness {
  return { where: rowOf(table, key), what: `${column} is ${shown(now)}; it was ${shown(before)}` }
}

function rowOf(table: string, key: readonly string[]): string {
  return `${table} #${key.join(', ')}`
}

function shown(literal: string): string {
  return literal.length > SHOWN ? `${literal.slice(0, SHOWN)}…` : literal
}
