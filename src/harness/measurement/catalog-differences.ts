import type { Catalog } from '../vocabulary/catalog.ts'
import { type CatalogObject, catalogObjects } from './catalog-objects.ts'

/** An object that is not the same in two catalogs; undefined where it is not there. */
export interface CatalogDifference {
  readonly object: string
  readonly expected: CatalogObject | undefined
  readonly actual: CatalogObject | undefined
}

export interface CatalogDifferences {
  readonly differences: readonly CatalogDifference[]
  /** How many objects there are, in one of the catalogs or in both. */
  readonly population: number
}

/**
 * What differs between two catalogs. The order of columns is that of the columns which both have: one that is missing, or
 * was added, is a difference of its own and no other order.
 */
export function catalogDifferences(expected: Catalog, actual: Catalog): CatalogDifferences {
  const before = catalogObjects(expected, columnsOnlyIn(expected, actual))
  const after = catalogObjects(actual, columnsOnlyIn(actual, expected))
  const names = [...new Set([...before.keys(), ...after.keys()])]
  const differences = names
    .map((object) => ({ object, expected: before.get(object), actual: after.get(object) }))
    .filter((each) => each.expected?.definition !== each.actual?.definition)
  return { differences, population: names.length }
}

/** As `clan_members.id`. */
function columnsOnlyIn(one: Catalog, other: Catalog): readonly string[] {
  const there = new Set(columnNames(other))
  return columnNames(one).filter((name) => !there.has(name))
}

function columnNames({ tables }: Catalog): readonly string[] {
  return tables.flatMap((table) => table.columns.map((column) => `${table.name}.${column.name}`))
}
