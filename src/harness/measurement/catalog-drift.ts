import type { Catalog, Column, Table } from '../observation/catalog.ts'
import type { Witness } from '../vocabulary/witness.ts'
import { faults } from './faults.ts'
import type { Measurement } from './measurement.ts'

/**
 * What differs between two catalogs, object by object.
 * @param accepted objects that may be there beyond the expected ones, as `clan_members.id` or `index idx_a`
 */
export function catalogDrift(
  subject: string,
  expected: Catalog,
  actual: Catalog,
  accepted: readonly string[] = [],
): Measurement {
  const before = objects(expected, [])
  const beyond = accepted.filter((name) => !before.has(name) && !before.has(`column ${name}`))
  const after = objects(actual, beyond)
  const witnesses: Witness[] = []
  for (const [name, definition] of before) {
    const found = after.get(name)
    if (found === undefined) witnesses.push({ where: name, what: 'is missing' })
    else if (found !== definition)
      witnesses.push({ where: name, what: `is ${found}; expected ${definition}` })
  }
  for (const [name, definition] of after) {
    if (!before.has(name) && !beyond.includes(bare(name))) {
      witnesses.push({ where: name, what: `is not expected: ${definition}` })
    }
  }
  return faults({
    subject,
    population: new Set([...before.keys(), ...after.keys()]).size,
    witnesses,
    usualCause: 'A migration that leaves something out, or an object that was made by hand.',
  })
}

/** Every object of a catalog with its definition as text. What may be there has no place in the order of columns. */
function objects(catalog: Catalog, unordered: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const table of catalog.tables) {
    for (const [name, definition] of ofTable(table, unordered)) {
      // Constraints have no name of their own: several on the same columns are told apart by what they say.
      const same = found.get(name)
      found.set(name, same === undefined ? definition : `${same} and ${definition}`)
    }
  }
  for (const { name, sql } of catalog.views) found.set(`view ${name}`, sql)
  for (const { name, table, sql } of catalog.triggers) found.set(`trigger ${name}`, `on ${table}: ${sql}`)
  for (const { name, sql } of catalog.virtualTables) found.set(`virtual table ${name}`, sql)
  for (const { name, ...definition } of catalog.sequences ?? []) {
    found.set(`sequence ${name}`, JSON.stringify(definition))
  }
  for (const name of catalog.extensions ?? []) found.set(`extension ${name}`, name)
  return found
}

function* ofTable(table: Table, unordered: readonly string[]): Generator<[string, string]> {
  const { name, columns, indexes, foreignKeys, checks, privileges = [], ...options } = table
  yield [`table ${name}`, JSON.stringify(options)]
  const ordered = columns.filter((column) => !unordered.includes(`${name}.${column.name}`))
  yield [`order of columns of ${name}`, ordered.map((column) => column.name).join(', ')]
  for (const column of columns) yield [`column ${name}.${column.name}`, columnText(column)]
  for (const { name: index, ...definition } of indexes) {
    const columnTexts = definition.columns.map(({ text }) => text).join(', ')
    yield [
      index === null ? `${definition.origin} of ${name} (${columnTexts})` : `index ${index}`,
      JSON.stringify({ table: name, ...definition }),
    ]
  }
  for (const { columns: from, table: to, references, ...actions } of foreignKeys) {
    yield [
      `foreign key ${name} (${from.join(', ')}) to ${to} (${references.join(', ')})`,
      JSON.stringify(actions),
    ]
  }
  for (const check of checks) yield [`check of ${name}: ${check}`, check]
  for (const { role, right, column, grantable } of privileges) {
    const of = column === null ? name : `${name}.${column}`
    yield [`privilege ${right} on ${of} for ${role}`, grantable ? 'with the right to grant it' : 'for itself']
  }
}

function columnText({ name: _, ...definition }: Column): string {
  return JSON.stringify(definition)
}

function bare(object: string): string {
  return object.replace(/^column /, '')
}
