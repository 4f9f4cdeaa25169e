import type { SchemaRecord } from '../../vocabulary/schema-record.ts'
import { type SampleTable, sampleCatalog } from './sample-catalog.ts'

/** The schema at both ends of the refactoring, as SQLite has it, for tests. */
export const sampleSchemas = (): { readonly before: SchemaRecord; readonly after: SchemaRecord } => ({
  before: { at: 'DedupSnapshots', catalog: sampleCatalog(before) },
  after: { at: 'NormalizeUserIds', catalog: sampleCatalog(after, triggers) },
})

const before: Readonly<Record<string, SampleTable>> = {
  boss_snapshots: {
    columns: [
      'id INTEGER NOT NULL',
      'snapshot_id INTEGER NOT NULL',
      'boss_name VARCHAR NOT NULL',
      'kills INTEGER',
      'rank INTEGER',
    ],
    key: 'id',
    indexes: ['ix_boss_snapshots_boss_name (boss_name)', 'ix_boss_snapshots_snapshot_id (snapshot_id)'],
  },
  clan_members: {
    columns: ['username VARCHAR NOT NULL', 'role VARCHAR', 'joined_at DATETIME', 'last_updated DATETIME'],
    key: 'username',
  },
  discord_messages: {
    columns: [
      'id INTEGER NOT NULL',
      'author_id BIGINT',
      'author_name VARCHAR',
      'content TEXT',
      'created_at DATETIME NOT NULL',
    ],
    key: 'id',
    indexes: [
      'idx_discord_messages_author_created (author_name, created_at)',
      'idx_discord_messages_created_at (created_at)',
    ],
  },
  skill_snapshots: {
    columns: [
      'id INTEGER NOT NULL',
      'snapshot_id INTEGER NOT NULL',
      'skill_name VARCHAR NOT NULL',
      'xp INTEGER',
      'level INTEGER',
      'rank INTEGER',
    ],
    key: 'id',
    indexes: ['ix_skill_snapshots_skill_name (skill_name)', 'ix_skill_snapshots_snapshot_id (snapshot_id)'],
  },
  wom_records: {
    columns: ['id INTEGER NOT NULL', 'username VARCHAR NOT NULL', 'fetch_date DATETIME NOT NULL'],
    key: 'id',
    indexes: ['idx_wom_records_username_fetch (username, fetch_date)'],
  },
  wom_snapshots: {
    columns: [
      'id INTEGER NOT NULL',
      'username VARCHAR NOT NULL',
      'timestamp DATETIME NOT NULL',
      'total_xp INTEGER',
      'raw_data TEXT',
    ],
    key: 'id',
    indexes: [
      'idx_wom_snapshots_timestamp (timestamp)',
      'uq_wom_snapshots_user_ts unique (username, timestamp)',
    ],
  },
}

const { boss_snapshots, clan_members, discord_messages, wom_records, wom_snapshots } = before

const after: Readonly<Record<string, SampleTable>> = {
  boss_snapshots: {
    ...changed(
      boss_snapshots,
      ['wom_snapshot_id INTEGER'],
      [
        'idx_boss_snapshots_boss_name_kills (boss_name, kills)',
        'idx_boss_snapshots_wom_snapshot_id (wom_snapshot_id)',
      ],
    ),
    references: ['wom_snapshot_id to wom_snapshots, CASCADE'],
  },
  clan_members: {
    columns: ['id INTEGER NOT NULL', ...(clan_members?.columns ?? [])],
    key: 'id',
    counts: true,
    indexes: ['idx_clan_members_joined_at (joined_at)', 'uq_clan_members_username unique (username)'],
  },
  discord_messages: {
    ...changed(
      discord_messages,
      ['user_id INTEGER'],
      ['idx_discord_messages_user_id_created_at (user_id, created_at)'],
    ),
    references: ['user_id to clan_members, SET NULL'],
  },
  wom_records: changed(wom_records, [], ['idx_wom_records_fetch_date (fetch_date)']),
  wom_snapshots: {
    ...changed(
      wom_snapshots,
      ['user_id INTEGER'],
      ['idx_wom_snapshots_user_id_timestamp (user_id, timestamp)'],
    ),
    references: ['user_id to clan_members, SET NULL'],
  },
}

const triggers = ['insert', 'update'].map((event) => ({
  name: `trg_clan_members_keep_id_${event}`,
  table: 'clan_members',
  sql: `create trigger trg_clan_members_keep_id_${event} before ${event} on clan_members begin select raise(abort, 'a member keeps the id'); end`,
}))

function changed(
  table: SampleTable | undefined,
  columns: readonly string[],
  indexes: readonly string[],
): SampleTable {
  return {
    key: 'id',
    columns: [...(table?.columns ?? []), ...columns],
    indexes: [...(table?.indexes ?? []), ...indexes],
  }
}
