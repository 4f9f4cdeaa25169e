import type { MigrationInterface, QueryRunner } from 'typeorm'
import { acceptTable } from '../operations/accept-table.ts'
import { dropTable } from '../operations/drop-table.ts'
import { ensureIndex } from '../operations/ensure-index.ts'
import { ensureTable } from '../operations/ensure-table.ts'
import { limitWaiting } from '../operations/limit-waiting.ts'
import { tableExists } from '../operations/table-exists.ts'
import { withViewsSetAside } from '../operations/with-views-set-aside.ts'
import { SKILL_SNAPSHOTS, SKILL_SNAPSHOTS_INDEXES } from './support/skill-snapshots.ts'

/** Drops `skill_snapshots`, which nothing reads. */
export class DropUnusedTables1766397600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await limitWaiting(runner)
    if (!(await tableExists(runner, SKILL_SNAPSHOTS.name))) return
    await withViewsSetAside(runner, async () => {
      // A table of this name with other columns is somebody's, and stays.
      await acceptTable(runner, { table: SKILL_SNAPSHOTS.name, exactly: [], alike: [SKILL_SNAPSHOTS.body] })
      await dropTable(runner, SKILL_SNAPSHOTS.name)
    })
  }

  /** The table comes back empty: its rows are in the backup that was taken before. */
  async down(runner: QueryRunner): Promise<void> {
    await limitWaiting(runner)
    await ensureTable(runner, SKILL_SNAPSHOTS)
    for (const index of SKILL_SNAPSHOTS_INDEXES) await ensureIndex(runner, index)
  }
}
