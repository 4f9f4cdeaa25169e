import type { DataSource } from 'typeorm'
import { leases } from './leases.ts'
import type { OpenTarget } from './open-target.ts'
import { dataSourceAt } from './sqlite/data-source-at.ts'

/**
 * A finished state, to be observed where it lies: it is read-only, so that there is nothing to dispose of.
 * Migrating it fails, as it should.
 */
export function inspect(location: string, template: DataSource): OpenTarget {
  return {
    engine: 'sqlite',
    location,
    address: { engine: 'sqlite', file: location },
    lease: leases(location),
    dataSource: (access) => dataSourceAt(template, location, access),
    keep: () => location,
    async [Symbol.asyncDispose]() {},
  }
}
