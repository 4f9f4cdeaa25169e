import type { Catalog, Table } from '../../vocabulary/catalog.ts'

/** A catalog as it is where nobody has the roles of the original. */
export function withoutRoles(catalog: Catalog): Catalog {
  return { ...catalog, tables: catalog.tables.map(bare) }
}

function bare({ privileges: _privileges, owner: _owner, ...table }: Table): Table {
  return table
}
