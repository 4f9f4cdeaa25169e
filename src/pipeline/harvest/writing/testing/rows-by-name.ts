import type { DataSource } from 'typeorm'
import { dialectOf } from '../../../engine/dialect-of.ts'

/** Moments as Python writes them, with a zone or not: engines differ in that. */
const ZONE = '+00:00'

/** Every row of a clan, the same on every engine: a member is its name, wherever it is referred to. */
export type RowsByName = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

export async function rowsByName(
  db: DataSource,
  { linked }: { readonly linked: boolean },
): Promise<RowsByName> {
  const { bytes } = dialectOf(db)
  const member = linked
    ? ', (SELECT member.username FROM clan_members AS member WHERE member.id = one.user_id) AS member'
    : ''
  const queries = {
    members: `SELECT username, role, joined_at, last_updated FROM clan_members ORDER BY ${bytes('username')}`,
    snapshots: `SELECT id, username, timestamp, total_xp, total_boss_kills, ehp, ehb, raw_data${member}
      FROM wom_snapshots AS one ORDER BY id`,
    messages: `SELECT id, author_id, author_name, content, channel_id, channel_name, guild_id, guild_name, created_at${member}
      FROM discord_messages AS one ORDER BY id`,
    bosses: `SELECT id, snapshot_id, boss_name, kills, rank${linked ? ', wom_snapshot_id' : ''}
      FROM boss_snapshots ORDER BY id`,
  }
  const rows: Record<string, readonly Readonly<Record<string, unknown>>[]> = {}
  for (const [name, sql] of Object.entries(queries)) {
    const found: readonly Readonly<Record<string, unknown>>[] = await db.query(sql)
    rows[name] = found.map((row) => Object.fromEntries(Object.entries(row).map(withoutZone)))
  }
  return rows
}

export function withoutZone([column, value]: [string, unknown]): [string, unknown] {
  return [column, typeof value === 'string' && value.endsWith(ZONE) ? value.slice(0, -ZONE.length) : value]
}
