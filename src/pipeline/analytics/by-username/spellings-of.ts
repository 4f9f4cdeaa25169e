import type { DataSource } from 'typeorm'
import { everyName } from '../../every-name.ts'
import { normaliseUsername } from '../../usernames.ts'

/** The names in one of the tables that normalise to this one. */
export async function spellingsOf(
  db: DataSource,
  name: string,
  rows: 'snapshots' | 'messages',
): Promise<readonly string[]> {
  const names = await everyName(db, rows)
  return names.filter((spelling) => isSpelling(spelling, name))
}

function isSpelling(spelling: unknown, name: string): spelling is string {
  return normaliseUsername(spelling) === name
}
