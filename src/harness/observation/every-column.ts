import type { Catalog } from '../vocabulary/catalog.ts'
import type { RowsRequests } from './observe-rows.ts'

/** Asks for every value of a catalog's tables, told apart by their primary keys. Generated values follow the others. */
export function everyColumn(catalog: Catalog): RowsRequests {
  return Object.fromEntries(
    catalog.tables.map(({ name, columns, primaryKey }) => {
      const stored = columns.filter(({ generated }) => generated === null).map((column) => column.name)
      return [name, { key: primaryKey.length > 0 ? primaryKey : stored, columns: stored }]
    }),
  )
}

/** The part of a request that another catalog can still answer. */
export function answerable(requests: RowsRequests, catalog: Catalog): RowsRequests {
  return Object.fromEntries(
    catalog.tables.flatMap((table) => {
      const request = requests[table.name]
      const names = new Set(table.columns.map(({ name }) => name))
      const columns = request?.columns.filter((column) => names.has(column)) ?? []
      const keyed = request?.key.every((column) => names.has(column)) ?? false
      return request && keyed && columns.length > 0 ? [[table.name, { key: request.key, columns }]] : []
    }),
  )
}
