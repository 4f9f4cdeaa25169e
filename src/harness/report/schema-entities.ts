import type { Entities, Entity, EntityColumn, EntityReference, Standing } from '../chart/entity-diagram.tsx'
import { catalogDifferences } from '../measurement/catalog-differences.ts'
import { describeObject } from '../measurement/describe-object.ts'
import { foreignKeyName } from '../measurement/foreign-key-name.ts'
import type { Catalog, Column, ForeignKey, Table } from '../vocabulary/catalog.ts'

export interface SchemaEntities extends Entities {
  /** Tables that are not drawn, because the schema is large and nothing became of them. */
  readonly left: number
}

/** So many tables are drawn whole. Of more, only what changed and what that refers to, or is referred to by. */
const LARGEST = 40

/**
 * A schema to be drawn, with what differs from another one.
 * @param only what it means when something is in this catalog only: `new` in the later one, `gone` in the earlier one
 */
export function schemaEntities(
  catalog: Catalog,
  other: Catalog | undefined,
  only: 'new' | 'gone',
): SchemaEntities {
  const standingOf = standings(catalog, other, only)
  const tables = drawn(catalog, standingOf)
  return {
    entities: tables.map((table) => entityOf(table, standingOf)),
    references: tables.flatMap((table, entity) =>
      table.foreignKeys.flatMap((key) => referenceOf(key, table, entity, tables, standingOf)),
    ),
    left: catalog.tables.length - tables.length,
  }
}

type StandingOf = (object: string) => Standing

/** Of an object by its name: a table is changed where any part of it is. */
function standings(catalog: Catalog, other: Catalog | undefined, only: 'new' | 'gone'): StandingOf {
  if (other === undefined) return () => 'same'
  const found = new Map<string, Standing>()
  for (const { object, expected, actual } of catalogDifferences(other, catalog).differences) {
    const table = (expected ?? actual)?.table
    if (table !== null) found.set(`table ${table}`, found.get(`table ${table}`) ?? 'changed')
    found.set(object, expected !== undefined && actual !== undefined ? 'changed' : only)
  }
  return (object) => found.get(object) ?? 'same'
}

function drawn({ tables }: Catalog, standingOf: StandingOf): readonly Table[] {
  if (tables.length <= LARGEST) return tables
  const touched = tables.filter(({ name }) => standingOf(`table ${name}`) !== 'same')
  const names = new Set(touched.map(({ name }) => name))
  const parents = new Set(touched.flatMap(({ foreignKeys }) => foreignKeys.map(({ table }) => table)))
  return tables.filter(
    ({ name, foreignKeys }) =>
      names.has(name) || parents.has(name) || foreignKeys.some(({ table }) => names.has(table)),
  )
}

function entityOf(table: Table, standingOf: StandingOf): Entity {
  const referring = new Set(table.foreignKeys.flatMap(({ columns }) => columns))
  return {
    name: table.name,
    standing: standingOf(`table ${table.name}`),
    columns: table.columns.map((column) => columnOf(column, table.name, referring, standingOf)),
  }
}

function columnOf(
  { name, type, primaryKeyPosition }: Column,
  table: string,
  referring: ReadonlySet<string>,
  standingOf: StandingOf,
): EntityColumn {
  return {
    name,
    type: SHORT[type] ?? type,
    isKey: primaryKeyPosition > 0,
    refers: referring.has(name),
    standing: standingOf(`column ${table}.${name}`),
  }
}

/** The shorter one of two names that a server has for a type. */
const SHORT: Readonly<Record<string, string>> = {
  'TIMESTAMP WITH TIME ZONE': 'TIMESTAMPTZ',
  'TIMESTAMP WITHOUT TIME ZONE': 'TIMESTAMP',
  'TIME WITH TIME ZONE': 'TIMETZ',
  'CHARACTER VARYING': 'VARCHAR',
  'DOUBLE PRECISION': 'FLOAT8',
}

/** From its first column to the first one that it refers to; nothing where the other table is not drawn. */
function referenceOf(
  key: ForeignKey,
  table: Table,
  entity: number,
  tables: readonly Table[],
  standingOf: StandingOf,
): readonly EntityReference[] {
  const parent = tables.findIndex(({ name }) => name === key.table)
  const from = table.columns.findIndex(({ name }) => name === key.columns[0])
  const to = tables[parent]?.columns.findIndex(({ name }) => name === key.references[0]) ?? -1
  if (from < 0 || to < 0) return []
  return [
    {
      from: { entity, row: from },
      to: { entity: parent, row: to },
      action: describeObject({ definition: '', table: table.name, foreignKey: key }),
      standing: standingOf(foreignKeyName(table.name, key)),
    },
  ]
}
