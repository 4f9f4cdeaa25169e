import type { MigrationInterface, QueryRunner } from 'typeorm'
import type { IndexDefinition } from '../definitions/index-definition.ts'
import { dropIndex } from '../operations/drop-index.ts'
import { ensureIndex } from '../operations/ensure-index.ts'
import { limitWaiting } from '../operations/limit-waiting.ts'

const INDEXES: readonly IndexDefinition[] = [
  {
    name: 'idx_wom_snapshots_username_timestamp',
    table: 'wom_snapshots',
    columns: ['username', 'timestamp'],
  },
  { name: 'idx_wom_snapshots_timestamp', table: 'wom_snapshots', columns: ['timestamp'] },
  { name: 'idx_discord_messages_created_at', table: 'discord_messages', columns: ['created_at'] },
  {
    name: 'idx_discord_messages_author_created',
    table: 'discord_messages',
    columns: ['author_name', 'created_at'],
  },
  { name: 'idx_wom_records_username_fetch', table: 'wom_records', columns: ['username', 'fetch_date'] },
]

/** Indexes for the queries by name and by time. */
export class AddIndexesForPerformance1765960200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await limitWaiting(runner)
    for (const index of INDEXES) await ensureIndex(runner, index)
  }

  async down(runner: QueryRunner): Promise<void> {
    await limitWaiting(runner)
    for (const index of INDEXES.toReversed()) await dropIndex(runner, index)
  }
}
