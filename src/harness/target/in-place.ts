import type { DataSource } from 'typeorm'
import { dataSourceAt } from './data-source-at.ts'
import { leases } from './leases.ts'
import type { OpenTarget } from './open-target.ts'
import type { Source } from './source.ts'

/** A real database where it lies, for those who are asked to write to it. It stays when the target is disposed of. */
export function inPlace({ engine, location, address }: Source, template: DataSource): OpenTarget {
  return {
    engine,
    location,
    address,
    lease: leases(location),
    dataSource: (access) => dataSourceAt(template, address, access),
    keep: () => location,
    async [Symbol.asyncDispose]() {},
  }
}
