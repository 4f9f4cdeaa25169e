import type { Catalog } from '../../harness/vocabulary/catalog.ts'

/** A table with a key of one column. */
export interface KeyedTable {
  readonly table: string
  readonly key: string
}

/** What is used of a baseline. */
type AcceptedTable = Pick<Catalog['tables'][number], 'name' | 'primaryKey' | 'foreignKeys'>

/** The first table of a baseline that refers to none and that none refers to, and its key. */
export function lonelyTable(baseline: string | undefined): KeyedTable | undefined {
  if (baseline === undefined) return undefined
  const { tables } = JSON.parse(baseline) as { readonly tables: readonly AcceptedTable[] }
  const parents = tables.flatMap(({ foreignKeys }) => foreignKeys.map(({ table }) => table))
  const found = tables.find(
    ({ name, primaryKey, foreignKeys }) =>
      foreignKeys.length === 0 && !parents.includes(name) && primaryKey?.length === 1,
  )
  const [key] = found?.primaryKey ?? []
  return found === undefined || key === undefined ? undefined : { table: found.name, key }
}
