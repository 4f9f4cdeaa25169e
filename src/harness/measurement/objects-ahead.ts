import type { Catalog } from '../vocabulary/catalog.ts'
import type { SourceFinding } from '../vocabulary/source-record.ts'
import { catalogObjects } from './catalog-objects.ts'
import { faults } from './faults.ts'
import type { Measurement } from './measurement.ts'

/** Objects that are there although only a migration makes them that is recorded as not applied. */
export function objectsAhead(findings: readonly SourceFinding[], catalog: Catalog): Measurement {
  return faults({
    subject: 'objects of later migrations',
    population: catalogObjects(catalog).size,
    witnesses: findings
      .filter(({ kind }) => kind === 'ahead')
      .map(({ object, what }) => ({ where: object, what })),
    usualCause:
      'A rollback that was recorded as done and took nothing back, or a migration that nobody recorded.',
  })
}
