import type { Catalog, Column, ForeignKey, Index, Table } from '../vocabulary/catalog.ts'
import { foreignKeyName } from './foreign-key-name.ts'

/** An object of a schema. */
export interface CatalogObject {
  /** Everything that is known of it, as text: the same text, the same object. */
  readonly definition: string
  /** The table that it is a part of; null where it stands by itself, as a table does. */
  readonly table: string | null
  /** Given where it is a column. */
  readonly column?: Column
  /** Given where it is an index, one of a constraint included. */
  readonly index?: Index
  /** Given where it is a foreign key. */
  readonly foreignKey?: ForeignKey
  /** Given where it is a table: what holds for it as a whole. */
  readonly options?: Readonly<Record<string, unknown>>
}

/**
 * Every object of a catalog by its name: `table clan_members`, `column clan_members.id`, `index idx_a`.
 * @param unordered columns without a place in the order of their table's columns: `clan_members.id`
 */
export function catalogObjects(
  catalog: Catalog,
  unordered: readonly string[] = [],
): ReadonlyMap<string, CatalogObject> {
  const found = new Map<string, CatalogObject>()
  for (const table of catalog.tables) {
    for (const [name, object] of ofTable(table, unordered)) {
      // Constraints have no name of their own: several on the same columns are told apart by what they say.
      const same = found.get(name)
      const definition =
        same === undefined ? object.definition : `${same.definition} and ${object.definition}`
      found.set(name, { ...object, definition })
    }
  }
  for (const [name, definition] of withoutTable(catalog)) found.set(name, { definition, table: null })
  return found
}

function* withoutTable(catalog: Catalog): Generator<[string, string]> {
  for (const { name, sql } of catalog.views) yield [`view ${name}`, sql]
  for (const { name, table, sql } of catalog.triggers) yield [`trigger ${name}`, `on ${table}: ${sql}`]
  for (const { name, sql } of catalog.virtualTables) yield [`virtual table ${name}`, sql]
  for (const { name, ...definition } of catalog.sequences ?? []) {
    yield [`sequence ${name}`, JSON.stringify(definition)]
  }
  for (const name of catalog.extensions ?? []) yield [`extension ${name}`, name]
}

function* ofTable(whole: Table, unordered: readonly string[]): Generator<[string, CatalogObject]> {
  const { name: table, columns, indexes, foreignKeys, checks, privileges = [], ...options } = whole
  yield [`table ${table}`, { definition: JSON.stringify(options), table: null, options }]
  const ordered = columns.filter((column) => !unordered.includes(`${table}.${column.name}`))
  yield [`order of columns of ${table}`, { definition: ordered.map(({ name }) => name).join(', '), table }]
  for (const column of columns) {
    yield [`column ${table}.${column.name}`, { definition: columnText(column), table, column }]
  }
  for (const index of indexes) {
    const { name, ...definition } = index
    const columnTexts = definition.columns.map(({ text }) => text).join(', ')
    yield [
      name === null ? `${definition.origin} of ${table} (${columnTexts})` : `index ${name}`,
      { definition: JSON.stringify({ table, ...definition }), table, index },
    ]
  }
  for (const foreignKey of foreignKeys) {
    const { columns: _, table: __, references: ___, ...actions } = foreignKey
    yield [foreignKeyName(table, foreignKey), { definition: JSON.stringify(actions), table, foreignKey }]
  }
  for (const check of checks) yield [`check of ${table}: ${check}`, { definition: check, table }]
  for (const { role, right, column, grantable } of privileges) {
    const of = column === null ? table : `${table}.${column}`
    const definition = grantable ? 'with the right to grant it' : 'without the right to grant it'
    yield [`privilege ${right} on ${of} for ${role}`, { definition, table }]
  }
}

function columnText({ name: _, ...definition }: Column): string {
  return JSON.stringify(definition)
}
