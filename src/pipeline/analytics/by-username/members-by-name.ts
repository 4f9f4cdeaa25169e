import type { DataSource } from 'typeorm'
import { inDialects } from '../../engine/in-dialects.ts'
import { normaliseUsername } from '../../usernames.ts'
import type { MemberRow } from '../member-row.ts'

const SQL = inDialects(
  ({ bytes }) =>
    `SELECT username, role, joined_at, last_updated FROM clan_members ORDER BY ${bytes('username')}`,
)

/** The members by normalised name; of those whose names normalise alike, the first by spelling. */
export async function membersByName(db: DataSource): Promise<ReadonlyMap<string, MemberRow>> {
  const rows: readonly MemberRow[] = await db.query(SQL(db))
  const members = new Map<string, MemberRow>()
  for (const row of rows) {
    const name = normaliseUsername(row.username)
    if (name !== '' && !members.has(name)) members.set(name, row)
  }
  return members
}
