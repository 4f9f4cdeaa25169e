import type { Column, ForeignKey, Index } from '../vocabulary/catalog.ts'
import type { CatalogObject } from './catalog-objects.ts'

/** What an object is, in words where there are some: `INTEGER NOT NULL`, `unique on clan_members (username)`. */
export function describeObject({ definition, table, column, index, foreignKey }: CatalogObject): string {
  if (column !== undefined) return Object.values(facets(column)).filter(Boolean).join(', ')
  if (index !== undefined && table !== null) return indexText(table, index)
  return foreignKey === undefined ? definition : foreignKeyText(foreignKey)
}

/** How an object differs: `is VARCHAR(255); expected VARCHAR`. Of columns and tables only what differs is told. */
export function describeDifference(expected: CatalogObject, actual: CatalogObject): string {
  const wanted = facetsOf(expected)
  const found = facetsOf(actual)
  if (wanted === undefined || found === undefined) {
    return `is ${describeObject(actual)}; expected ${describeObject(expected)}`
  }
  const keys = [...new Set([...Object.keys(wanted), ...Object.keys(found)])]
  const differing = keys.filter((key) => wanted[key] !== found[key])
  const told = (one: Facets) => differing.map((key) => one[key] || (WITHOUT[key] ?? `no ${key}`)).join(', ')
  return `is ${told(found)}; expected ${told(wanted)}`
}

function facetsOf({ column, options }: CatalogObject): Facets | undefined {
  if (column !== undefined) return facets(column)
  if (options === undefined) return undefined
  return Object.fromEntries(
    Object.entries(options).map(([key, value]) => [key, `${words(key)} ${JSON.stringify(value)}`]),
  )
}

/** `primaryKey` as `primary key`. */
function words(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

type Facets = Readonly<Record<string, string>>

/** What is said of a column where a facet is empty and the other one is not. */
const WITHOUT: Facets = {
  type: 'without a type',
  default: 'no default',
  key: 'no part of the key',
  generated: 'not generated',
  collation: 'no collation of its own',
}

function facets({
  type,
  nullable,
  default: value,
  primaryKeyPosition,
  generated,
  collation,
}: Column): Facets {
  return {
    type,
    nullable: nullable ? 'nullable' : 'NOT NULL',
    default: value === null ? '' : `default ${value}`,
    key: primaryKeyPosition === 0 ? '' : `part ${primaryKeyPosition} of the primary key`,
    generated: generated === null ? '' : `generated ${generated.kind} as ${generated.expression}`,
    collation: collation === null ? '' : `collation ${collation}`,
  }
}

/** What an engine does by itself is not told. Two that differ never read the same. */
function foreignKeyText({ onDelete, onUpdate, deferrable, validated, match }: ForeignKey): string {
  const parts = [
    `on delete ${onDelete}`,
    onUpdate === 'NO ACTION' ? '' : `on update ${onUpdate}`,
    deferrable === 'no' ? '' : `deferrable, ${deferrable}`,
    validated === false ? 'not validated' : '',
    match === undefined ? '' : `match ${match}`,
  ]
  return parts.filter(Boolean).join(', ')
}

/** What is rare is told as it stands in the catalog, so that two indexes that differ never read the same. */
function indexText(table: string, { name: _, origin: __, unique, columns, where, ...rare }: Index): string {
  const parts = columns.map(({ text, expression: _, order, collation, ...more }) =>
    [
      text,
      order === 'desc' ? 'DESC' : '',
      collation === null ? '' : `COLLATE ${collation}`,
      Object.keys(more).length === 0 ? '' : JSON.stringify(more),
    ]
      .filter(Boolean)
      .join(' '),
  )
  return [
    `${unique ? 'unique ' : ''}on ${table} (${parts.join(', ')})`,
    where === null ? '' : `where ${where}`,
    Object.keys(rare).length === 0 ? '' : JSON.stringify(rare),
  ]
    .filter(Boolean)
    .join(' ')
}
