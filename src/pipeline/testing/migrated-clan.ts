import { CLAN_ROWS, HAND_MADE } from '../../schema/testing/clan-rows.ts'
import { migrateUpTo } from '../../schema/testing/open-schema.ts'
import { type TemporarySchema, temporarySchema } from './temporary-schema.ts'

/** The small clan of before the refactoring, with what production has by hand, migrated to head. */
export async function migratedClan(): Promise<TemporarySchema> {
  const clan = await temporarySchema()
  await migrateUpTo(clan.db, 'DedupSnapshots')
  for (const sql of [...CLAN_ROWS, ...HAND_MADE]) await clan.db.query(sql)
  await clan.db.runMigrations()
  return clan
}
