import { type CatalogDifference, catalogDifferences } from '../measurement/catalog-differences.ts'
import { catalogObjects } from '../measurement/catalog-objects.ts'
import type { Catalog } from '../vocabulary/catalog.ts'
import { linesOf, type SchemaChange } from './schema-change-lines.ts'

/** What became of one table. */
export interface TableChanges {
  readonly sign: SchemaChange['sign']
  readonly name: string
  readonly changes: readonly SchemaChange[]
  /** Its columns, indexes and constraints that are as they were. */
  readonly unchanged: number
}

/** What became of a schema, for people to read. */
export interface SchemaChanges {
  /** In words: `1 table dropped`, `3 foreign keys added`. What goes or comes with its table is not counted. */
  readonly summary: readonly string[]
  /** Tables that are not as they were, by name. */
  readonly tables: readonly TableChanges[]
  /** What belongs to no table: views, triggers, sequences. */
  readonly others: readonly SchemaChange[]
  readonly unchangedTables: number
  /** Columns, indexes, constraints and whatever else is as it was. */
  readonly unchanged: number
}

/** What differs between two catalogs, table by table. */
export function schemaChanges(before: Catalog, after: Catalog): SchemaChanges {
  const { differences } = catalogDifferences(before, after)
  const names = [...new Set([...before.tables, ...after.tables].map(({ name }) => name))]
  const unchanged = unchangedIn(before, differences)
  const tables = names
    .toSorted((one, other) => (one < other ? -1 : 1))
    .flatMap((name) => {
      const parts = differences.filter((difference) => tableOf(difference) === name)
      if (parts.length === 0) return []
      const sign = signOf(name, before, after)
      const changes = parts.flatMap((difference) => linesOf(difference, name, sign))
      return [{ sign, name, changes, unchanged: unchanged.get(name) ?? 0 }]
    })
  const others = differences
    .filter((difference) => tableOf(difference) === null)
    .flatMap((difference) => linesOf(difference, null, '~'))
  return {
    summary: summaryOf(tables, others),
    tables,
    others,
    unchangedTables: names.length - tables.length,
    unchanged: [...unchanged.values()].reduce((sum, count) => sum + count, 0),
  }
}

/** The table that an object is, or is a part of; null where it is neither. */
function tableOf({ object, expected, actual }: CatalogDifference): string | null {
  const known = expected ?? actual
  return known?.options === undefined ? (known?.table ?? null) : object.slice('table '.length)
}

function signOf(name: string, before: Catalog, after: Catalog): SchemaChange['sign'] {
  const isIn = ({ tables }: Catalog) => tables.some((table) => table.name === name)
  if (!isIn(before)) return '+'
  return isIn(after) ? '~' : '−'
}

/** Objects that do not differ, by table. A table and the order of its columns are none of their own. */
function unchangedIn(
  before: Catalog,
  differences: readonly CatalogDifference[],
): ReadonlyMap<string | null, number> {
  const differing = new Set(differences.map(({ object }) => object))
  const counts = new Map<string | null, number>()
  for (const [object, { table, options }] of catalogObjects(before)) {
    if (differing.has(object) || options !== undefined || object === `order of columns of ${table}`) continue
    counts.set(table, (counts.get(table) ?? 0) + 1)
  }
  return counts
}

const WORDS = { '+': 'added', '−': 'dropped', '~': 'changed' } as const
const KINDS = ['table', 'column', 'index', 'foreign key', 'check', 'view', 'trigger']

function summaryOf(tables: readonly TableChanges[], others: readonly SchemaChange[]): readonly string[] {
  const whole = tables.filter(({ sign }) => sign !== '~').map(({ sign }) => ({ sign, kind: 'table' }))
  const parts = tables.filter(({ sign }) => sign === '~').flatMap(({ changes }) => changes)
  const counts = new Map<string, number>()
  for (const { sign, kind } of [...whole, ...parts, ...others].toSorted(byKind)) {
    const key = `${kind}|${WORDS[sign]}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts].map(([key, count]) => {
    const [kind = '', word = ''] = key.split('|')
    return `${count} ${count === 1 ? kind : plural(kind)} ${word}`
  })
}

function byKind(one: { readonly kind: string }, other: { readonly kind: string }): number {
  return placeOf(one.kind) - placeOf(other.kind)
}

function placeOf(kind: string): number {
  return KINDS.includes(kind) ? KINDS.indexOf(kind) : KINDS.length
}

function plural(kind: string): string {
  if (kind.endsWith('x')) return `${kind}es`
  return kind.endsWith('y') && !kind.endsWith('key') ? `${kind.slice(0, -1)}ies` : `${kind}s`
}
