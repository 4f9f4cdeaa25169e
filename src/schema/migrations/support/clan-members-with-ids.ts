import type { TableDefinition } from '../../definitions/table-definition.ts'
import { type IdBefore, noteOf } from './id-before.ts'

/**
 * `clan_members` with ids. An id is never used twice (AUTOINCREMENT): it outlives its member in backups and exports.
 * The note at the end is the database's own memory of the column it had before.
 */
export function clanMembersWithIds(before: IdBefore): TableDefinition {
  return {
    name: 'clan_members',
    body: `
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "username" varchar NOT NULL,
  "role" varchar,
  "joined_at" datetime,
  "last_updated" datetime
  ${noteOf(before)}
`,
  }
}
