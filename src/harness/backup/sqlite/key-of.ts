import type { Table } from '../../vocabulary/catalog.ts'

/** The names that SQLite has for the number of a row, where no column is called so. */
const ROW_NUMBERS = ['rowid', '_rowid_', 'oid']

/**
 * What a table's rows are put in order by: its primary key where that is never NULL, which SQLite does not see to
 * by itself; else the number of the row, which a copy by pages keeps.
 */
export function keyOf({ columns, primaryKey, withoutRowid }: Table): readonly string[] {
  const nullable = new Set(columns.filter((column) => column.nullable).map(({ name }) => name))
  if (primaryKey.length > 0 && !primaryKey.some((name) => nullable.has(name))) return primaryKey
  const names = new Set(columns.map(({ name }) => name.toLowerCase()))
  const number = withoutRowid ? undefined : ROW_NUMBERS.find((name) => !names.has(name))
  return number === undefined ? columns.map(({ name }) => name) : [number]
}
