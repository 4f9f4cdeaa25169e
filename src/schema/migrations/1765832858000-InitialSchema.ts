import type { MigrationInterface, QueryRunner } from 'typeorm'
import type { IndexDefinition } from '../definitions/index-definition.ts'
import type { TableDefinition } from '../definitions/table-definition.ts'
import { dropTable } from '../operations/drop-table.ts'
import { ensureIndex } from '../operations/ensure-index.ts'
import { ensureTable } from '../operations/ensure-table.ts'
import { limitWaiting } from '../operations/limit-waiting.ts'
import { SKILL_SNAPSHOTS, SKILL_SNAPSHOTS_INDEXES } from './support/skill-snapshots.ts'
import { CLAN_MEMBERS_BEFORE_LINKS, WOM_SNAPSHOTS_BEFORE_LINKS } from './support/tables-before-links.ts'

const DISCORD_MESSAGES: TableDefinition = {
  name: 'discord_messages',
  body: `
  "id" integer PRIMARY KEY NOT NULL,
  "author_id" bigint,
  "author_name" varchar,
  "content" text,
  "channel_id" bigint,
  "channel_name" varchar,
  "guild_id" bigint,
  "guild_name" varchar,
  "created_at" datetime NOT NULL
`,
}

const BOSS_SNAPSHOTS: TableDefinition = {
  name: 'boss_snapshots',
  body: `
  "id" integer PRIMARY KEY NOT NULL,
  "snapshot_id" integer NOT NULL,
  "boss_name" varchar NOT NULL,
  "kills" integer,
  "rank" integer
`,
}

const WOM_RECORDS: TableDefinition = {
  name: 'wom_records',
  body: `
  "id" integer PRIMARY KEY NOT NULL,
  "username" varchar NOT NULL,
  "fetch_date" datetime NOT NULL,
  "xp_30d" integer,
  "msg_30d" integer,
  "xp_150d" integer,
  "msg_150d" integer,
  "xp_custom" integer,
  "msg_custom" integer
`,
}

const TABLES: readonly TableDefinition[] = [
  CLAN_MEMBERS_BEFORE_LINKS,
  WOM_SNAPSHOTS_BEFORE_LINKS,
  DISCORD_MESSAGES,
  BOSS_SNAPSHOTS,
  WOM_RECORDS,
  SKILL_SNAPSHOTS,
]

const INDEXES: readonly IndexDefinition[] = [
  { name: 'ix_boss_snapshots_snapshot_id', table: 'boss_snapshots', columns: ['snapshot_id'] },
  { name: 'ix_boss_snapshots_boss_name', table: 'boss_snapshots', columns: ['boss_name'] },
  ...SKILL_SNAPSHOTS_INDEXES,
]

/** The six tables and their first indexes. */
export class InitialSchema1765832858000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await limitWaiting(runner)
    for (const table of TABLES) await ensureTable(runner, table)
    for (const index of INDEXES) await ensureIndex(runner, index)
  }

  /** Back to an empty database: every row goes. */
  async down(runner: QueryRunner): Promise<void> {
    await limitWaiting(runner)
    for (const { name } of TABLES.toReversed()) await dropTable(runner, name)
  }
}
