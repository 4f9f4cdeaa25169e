import type { DataSource } from 'typeorm'
import type { Address } from './address.ts'
import type { DataSourceAccess } from './open-target.ts'
import { dataSourceAt as onServer } from './postgres/data-source-at.ts'
import { dataSourceAt as inFile } from './sqlite/data-source-at.ts'

/**
 * The same kind of data source with the same entities and migrations as a template, on another database. What it does
 * is recorded, not printed. Not initialised.
 */
export function dataSourceAt(template: DataSource, address: Address, access?: DataSourceAccess): DataSource {
  return address.engine === 'sqlite'
    ? inFile(template, address.file, access)
    : onServer(template, address, access)
}
