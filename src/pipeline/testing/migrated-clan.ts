import { HAND_MADE } from '../../schema/testing/clan-rows.ts'
import { migrateUpTo } from '../../schema/testing/open-schema.ts'
import { clanRowsOn } from './clan-rows-on.ts'
import type { EngineName } from './engines.ts'
import { type TemporarySchema, temporarySchema } from './temporary-schema.ts'

/** The small clan of before the refactoring, with what production has by hand, migrated to head. */
export async function migratedClan(engine: EngineName = 'SQLite'): Promise<TemporarySchema> {
  const clan = await temporarySchema(engine)
  await migrateUpTo(clan.db, 'DedupSnapshots')
  for (const sql of [...clanRowsOn(engine), ...HAND_MADE]) await clan.db.query(sql)
  await clan.db.runMigrations()
  return clan
}
