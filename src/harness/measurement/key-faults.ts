import { formatCount } from '../vocabulary/format.ts'
import { faults } from './faults.ts'
import { quoted } from './match-rate.ts'
import type { Measurement } from './measurement.ts'

/** Values of the columns asked for, row by row, exact as text. */
export type Values = readonly (readonly (string | null)[])[]

/** Values that several rows share in a column that ought to tell rows apart. NULL is no value. */
export function sharedValues(column: string, values: Values): Measurement {
  const counts = new Map<string, number>()
  for (const [value] of values) if (value != null) counts.set(value, (counts.get(value) ?? 0) + 1)
  return faults({
    subject: column,
    population: values.length,
    witnesses: [...counts]
      .filter(([, rows]) => rows > 1)
      .map(([value, rows]) => ({
        where: `${column} ${quoted(value)}`,
        what: `${formatCount(rows)} rows share it`,
      })),
    usualCause: 'The unique index was not created, or was made on other columns.',
  })
}

/** Rows without a value in one of the columns. */
export function missingValues(table: string, columns: readonly string[], values: Values): Measurement {
  return faults({
    subject: `${table}: ${columns.join(' and ')}`,
    population: values.length,
    witnesses: values
      .filter((row) => columns.some((_, index) => row[index] == null))
      .map((row) => ({
        where: table,
        what: `a row with ${columns.map((name, i) => `${name} ${quoted(row[i] ?? null)}`).join(', ')}`,
      })),
    usualCause: 'Rows that were written past the migration, or by a writer that replaces whole rows.',
  })
}

/**
 * Rows whose number is another than it was, or that appeared or went.
 * @param before pairs of a name and a number @param after likewise
 */
export function renumbered(column: string, before: Values, after: Values): Measurement {
  const [numbers, known] = [numbersByName(after), numbersByName(before)]
  const names = [...new Set([...known.keys(), ...numbers.keys()])]
  return faults({
    subject: column,
    population: before.length,
    witnesses: names
      .filter((name) => numbers.get(name) !== known.get(name))
      .map((name) => ({
        where: quoted(name),
        what: `${column} is ${numbers.get(name) ?? 'gone'}; expected ${known.get(name) ?? 'no such row'}`,
      })),
    usualCause: 'Ids numbered anew on every application, or counted from another start.',
  })
}

/** The numbers of every name, as text: several rows of one name are compared together. */
function numbersByName(values: Values): ReadonlyMap<string | null, string> {
  const byName = new Map<string | null, string>()
  for (const [name = null, number = null] of values) {
    const same = byName.get(name)
    byName.set(name, same === undefined ? `${number}` : `${same}, ${number}`)
  }
  return byName
}
