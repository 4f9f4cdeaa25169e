import type { MigrationInterface, QueryRunner } from 'typeorm'
import type { IndexDefinition } from '../definitions/index-definition.ts'
import { dropIndex } from '../operations/drop-index.ts'
import { ensureIndex } from '../operations/ensure-index.ts'
import { limitWaiting } from '../operations/limit-waiting.ts'
import { refuseDuplicates } from './support/refuse-duplicates.ts'

const REPLACED: IndexDefinition = {
  name: 'idx_wom_snapshots_username_timestamp',
  table: 'wom_snapshots',
  columns: ['username', 'timestamp'],
}

const UNIQUE: IndexDefinition = {
  name: 'uq_wom_snapshots_user_ts',
  table: 'wom_snapshots',
  columns: ['username', 'timestamp'],
  unique: true,
}

/** One snapshot of a member at a time. It deletes nothing: which of two snapshots is right is for a person to say. */
export class DedupSnapshots1766365200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await limitWaiting(runner)
    await refuseDuplicates(runner, UNIQUE)
    await ensureIndex(runner, UNIQUE)
    await dropIndex(runner, REPLACED, { absent: 'accepted' })
  }

  async down(runner: QueryRunner): Promise<void> {
    await limitWaiting(runner)
    await ensureIndex(runner, REPLACED)
    await dropIndex(runner, UNIQUE)
  }
}
