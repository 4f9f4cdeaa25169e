import type { MigrationInterface, QueryRunner } from 'typeorm'
import { dropIndex } from '../sqlite/drop-index.ts'
import { ensureIndex } from '../sqlite/ensure-index.ts'
import type { IndexDefinition } from '../sqlite/index-definition.ts'
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
    await refuseDuplicates(runner, UNIQUE)
    await ensureIndex(runner, UNIQUE)
    await dropIndex(runner, REPLACED, { absent: 'accepted' })
  }

  async down(runner: QueryRunner): Promise<void> {
    await ensureIndex(runner, REPLACED)
    await dropIndex(runner, UNIQUE)
  }
}
