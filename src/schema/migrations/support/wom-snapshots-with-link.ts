import type { TableDefinition } from '../../definitions/table-definition.ts'

/**
 * `wom_snapshots` with its link. It stands before `raw_data`: a column behind 10 KB of text makes every read of it walk
 * the row's overflow pages.
 */
export const WOM_SNAPSHOTS_WITH_LINK: TableDefinition = {
  name: 'wom_snapshots',
  body: `
  "id" integer PRIMARY KEY NOT NULL,
  "user_id" integer,
  "username" varchar NOT NULL,
  "timestamp" datetime NOT NULL,
  "total_xp" integer,
  "total_boss_kills" integer,
  "ehp" float,
  "ehb" float,
  "raw_data" text,
  CONSTRAINT "fk_wom_snapshots_user_id" FOREIGN KEY ("user_id") REFERENCES "clan_members" ("id") ON DELETE SET NULL
`,
}
