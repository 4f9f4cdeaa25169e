import type { Catalog } from './catalog.ts'

/** What the schema was at a moment of a rehearsal. */
export interface SchemaRecord {
  /** The last migration behind it: `DedupSnapshots`. */
  readonly at: string
  readonly catalog: Catalog
}
