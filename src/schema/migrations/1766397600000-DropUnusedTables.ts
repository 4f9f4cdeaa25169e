import type { MigrationInterface, QueryRunner } from 'typeorm'
import { acceptTable } from '../sqlite/accept-table.ts'
import { dropTable } from '../sqlite/drop-table.ts'
import { ensureIndex } from '../sqlite/ensure-index.ts'
import { ensureTable } from '../sqlite/ensure-table.ts'
import { readTableShape } from '../sqlite/table-shape.ts'
import { withViewsSetAside } from '../sqlite/with-views-set-aside.ts'
import { SKILL_SNAPSHOTS, SKILL_SNAPSHOTS_INDEXES } from './support/skill-snapshots.ts'

/** Drops `skill_snapshots`, which nothing reads. */
export class DropUnusedTables1766397600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if ((await readTableShape(runner, SKILL_SNAPSHOTS.name)) === undefined) return
    await withViewsSetAside(runner, async () => {
      // A table of this name with other columns is somebody's, and stays.
      await acceptTable(runner, { table: SKILL_SNAPSHOTS.name, exactly: [], alike: [SKILL_SNAPSHOTS.body] })
      await dropTable(runner, SKILL_SNAPSHOTS.name)
    })
  }

  /** The table comes back empty: its rows are in the backup that was taken before. */
  async down(runner: QueryRunner): Promise<void> {
    await ensureTable(runner, SKILL_SNAPSHOTS)
    for (const index of SKILL_SNAPSHOTS_INDEXES) await ensureIndex(runner, index)
  }
}
