import type { MigrationInterface, QueryRunner } from 'typeorm'
import type { IndexDefinition } from '../definitions/index-definition.ts'
import { dropIndex } from '../operations/drop-index.ts'
import { ensureIndex } from '../operations/ensure-index.ts'
import { limitWaiting } from '../operations/limit-waiting.ts'

/** Each is used by a query of the product: see `fixtures/queries/product.sql`. */
const INDEXES: readonly IndexDefinition[] = [
  {
    name: 'idx_discord_messages_created_at_author_name',
    table: 'discord_messages',
    columns: ['created_at', 'author_name'],
  },
  { name: 'idx_boss_snapshots_boss_name_kills', table: 'boss_snapshots', columns: ['boss_name', 'kills'] },
  { name: 'idx_wom_records_fetch_date', table: 'wom_records', columns: ['fetch_date'] },
  { name: 'idx_clan_members_joined_at', table: 'clan_members', columns: ['joined_at'] },
]

/** Four indexes, on columns that exist by now. */
export class AddMissingIndexes1766421900000 implements MigrationInterface {
  /** PostgreSQL builds an index beside its writers, which it does in no transaction. */
  readonly outsideTransactionOn = 'postgres'

  async up(runner: QueryRunner): Promise<void> {
    await limitWaiting(runner)
    for (const index of INDEXES) await ensureIndex(runner, index)
  }

  async down(runner: QueryRunner): Promise<void> {
    await limitWaiting(runner)
    for (const index of INDEXES.toReversed()) await dropIndex(runner, index)
  }
}
