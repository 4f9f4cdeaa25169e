import { createHash } from 'node:crypto'
import type { Catalog } from '../vocabulary/catalog.ts'
import type { StateFingerprint } from '../vocabulary/state-fingerprint.ts'
import { fingerprintCatalog } from './fingerprint-catalog.ts'
import type { ColumnHashes, TableFingerprint } from './table-fingerprint.ts'

/** What was observed of a state, to be said in one hash for the catalog and one for each table. */
export interface ObservedState {
  readonly moment: StateFingerprint['moment']
  /** The last migration behind it. */
  readonly at: string
  readonly catalog: Catalog
  /** Hashes of columns are null where the rows were only counted. */
  readonly rows: readonly (Pick<TableFingerprint, 'table' | 'rows'> & {
    readonly columns: ColumnHashes | null
  })[]
}

/** A state as hashes; tables in the order of their names. Equal states have equal fingerprints. */
export function fingerprintState({ moment, at, catalog, rows }: ObservedState): StateFingerprint {
  const tables = rows.map(({ table, rows: count, columns }) => ({
    table,
    rows: count,
    hash: columns && hashOf(columns),
  }))
  return {
    moment,
    at,
    catalog: fingerprintCatalog(catalog),
    tables: tables.sort((one, other) => (one.table < other.table ? -1 : 1)),
  }
}

/** The names are a part of it: values that changed places between two columns are other values. */
function hashOf(columns: ColumnHashes): string {
  const sorted = Object.entries(columns).sort(([one], [other]) => (one < other ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex')
}
