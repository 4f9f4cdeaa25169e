import { createHash } from 'node:crypto'
import type { Catalog } from '../vocabulary/catalog.ts'

/** SHA-256, in hexadecimal, of a catalog's canonical JSON. Equal catalogs have equal fingerprints. */
export function fingerprintCatalog(catalog: Catalog): string {
  return createHash('sha256').update(canonical(catalog)).digest('hex')
}

/** JSON with sorted keys: the order in which an object was built says nothing. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : Number(a > b))))
  })
}
