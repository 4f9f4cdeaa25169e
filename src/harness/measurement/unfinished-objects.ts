import { type Catalog, type Index, NOT_VALIDATED, type Table } from '../vocabulary/catalog.ts'
import type { Witness } from '../vocabulary/witness.ts'
import { faults } from './faults.ts'
import type { Measurement } from './measurement.ts'

/**
 * Foreign keys and checks that old rows were never held against, and indexes that serve no query because building them
 * was broken off. The population is all foreign keys, checks and indexes.
 */
export function unfinishedObjects({ tables }: Catalog): Measurement {
  const objects = tables.flatMap(({ foreignKeys, checks, indexes }) => [
    ...foreignKeys,
    ...checks,
    ...indexes,
  ])
  return faults({
    subject: 'constraints and indexes',
    population: objects.length,
    witnesses: tables.flatMap(unfinishedOf),
    usualCause: 'A constraint added NOT VALID and never validated, or CREATE INDEX CONCURRENTLY that failed.',
  })
}

function unfinishedOf({ name, foreignKeys, checks, indexes }: Table): readonly Witness[] {
  return [
    ...foreignKeys
      .filter(({ validated }) => validated === false)
      .map(({ columns, table }) => ({
        where: `foreign key ${name} (${columns.join(', ')}) to ${table}`,
        what: 'is not validated',
      })),
    ...checks
      .filter((check) => check.endsWith(NOT_VALIDATED))
      .map((check) => ({
        where: `check of ${name}: ${check.slice(0, -NOT_VALIDATED.length)}`,
        what: 'is not validated',
      })),
    ...indexes
      .filter(({ valid }) => valid === false)
      .map((index) => ({ where: nameOf(name, index), what: 'is not valid' })),
  ]
}

function nameOf(table: string, { name, origin, columns }: Index): string {
  return name === null
    ? `${origin} of ${table} (${columns.map(({ text }) => text).join(', ')})`
    : `index ${name}`
}
