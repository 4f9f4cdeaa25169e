import type { IndexDefinition } from '../../definitions/index-definition.ts'
import type { TableDefinition } from '../../definitions/table-definition.ts'

/** The table that nobody reads any more: made by one migration, dropped by another, which can give it back empty. */
export const SKILL_SNAPSHOTS: TableDefinition = {
  name: 'skill_snapshots',
  body: `
  "id" integer PRIMARY KEY NOT NULL,
  "snapshot_id" integer NOT NULL,
  "skill_name" varchar NOT NULL,
  "xp" integer,
  "level" integer,
  "rank" integer
`,
}

/** The indexes that came with it. */
export const SKILL_SNAPSHOTS_INDEXES: readonly IndexDefinition[] = [
  { name: 'ix_skill_snapshots_snapshot_id', table: 'skill_snapshots', columns: ['snapshot_id'] },
  { name: 'ix_skill_snapshots_skill_name', table: 'skill_snapshots', columns: ['skill_name'] },
]
