import type { ForeignKey } from '../vocabulary/catalog.ts'

/** What a foreign key is called, which has no name of its own: `foreign key a (b_id) to b (id)`. */
export function foreignKeyName(table: string, { columns, table: to, references }: ForeignKey): string {
  return `foreign key ${table} (${columns.join(', ')}) to ${to} (${references.join(', ')})`
}
