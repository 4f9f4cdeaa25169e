import type { TableDefinition } from '../../definitions/table-definition.ts'

/** The two tables that were rebuilt to carry ids, as they were from the first day: made by one migration, given back by another. */
export const CLAN_MEMBERS_BEFORE_LINKS: TableDefinition = {
  name: 'clan_members',
  body: `
  "username" varchar PRIMARY KEY NOT NULL,
  "role" varchar,
  "joined_at" datetime,
  "last_updated" datetime
`,
}

/** See {@link CLAN_MEMBERS_BEFORE_LINKS}. */
export const WOM_SNAPSHOTS_BEFORE_LINKS: TableDefinition = {
  name: 'wom_snapshots',
  body: `
  "id" integer PRIMARY KEY NOT NULL,
  "username" varchar NOT NULL,
  "timestamp" datetime NOT NULL,
  "total_xp" integer,
  "total_boss_kills" integer,
  "ehp" float,
  "ehb" float,
  "raw_data" text
`,
}
