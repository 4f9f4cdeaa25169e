import { expect } from 'chai'
import type { DataSource } from 'typeorm'
import { readState } from '../../../../schema/testing/read-state.ts'

/**
 * Takes the migration back and applies it again, which derives every link from the rows: nothing may be different then,
 * in any table. On a schema without links it does nothing.
 */
export async function expectMigratedLinks(db: DataSource): Promise<void> {
  const runner = db.createQueryRunner()
  if (!(await runner.hasColumn('wom_snapshots', 'user_id'))) return
  expect(await db.query('PRAGMA foreign_key_check')).to.deep.equal([])
  const { rows } = await readState(db)
  await db.undoLastMigration()
  await db.runMigrations()
  expect(rows).to.deep.equal((await readState(db)).rows)
}
