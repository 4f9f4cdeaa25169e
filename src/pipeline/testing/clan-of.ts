import type { EngineName } from './engines.ts'
import { type TemporarySchema, temporarySchema } from './temporary-schema.ts'

/** A clan at head of members with these names, whose ids count from 1, and nothing else. */
export async function clanOf(
  members: readonly string[],
  engine: EngineName = 'SQLite',
): Promise<TemporarySchema> {
  const clan = await temporarySchema(engine)
  await clan.db.runMigrations()
  for (const [index, name] of members.entries()) {
    await clan.db.query('INSERT INTO clan_members (id, username) VALUES (?, ?)', [index + 1, name])
  }
  return clan
}
