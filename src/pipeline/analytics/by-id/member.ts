import type { DataSource } from 'typeorm'
import type { MemberData } from '../member-data.ts'
import type { MemberRow } from '../member-row.ts'
import { orNull } from '../or-null.ts'
import { readMember } from '../read-member.ts'
import { readMoment } from '../read-moment.ts'
import { readNumber } from '../read-number.ts'
import { readSnapshotFigures, type SnapshotRow } from '../read-snapshot-figures.ts'
import { SNAPSHOT_COLUMNS } from '../snapshot-columns.ts'

/** Four of the inner queries read nothing but an index; the fifth finds the one snapshot that is read as a row. */
const SQL = `
  SELECT
    member.username, member.role, member.joined_at, member.last_updated,
    (SELECT count(*) FROM wom_snapshots AS one WHERE one.user_id = member.id) AS snapshots,
    (SELECT min(one.timestamp) FROM wom_snapshots AS one WHERE one.user_id = member.id) AS first_seen,
    (SELECT count(*) FROM discord_messages AS one WHERE one.user_id = member.id) AS messages,
    (SELECT max(one.created_at) FROM discord_messages AS one WHERE one.user_id = member.id) AS last_message_at,
    ${SNAPSHOT_COLUMNS}
  FROM clan_members AS member LEFT JOIN wom_snapshots AS snapshot ON snapshot.id = (
    SELECT last.id FROM wom_snapshots AS last
    WHERE last.user_id = member.id
    ORDER BY last.timestamp DESC, last.id DESC LIMIT 1
  )
  WHERE member.id = ?`

interface MemberDataRow extends MemberRow, SnapshotRow {
  readonly snapshots: unknown
  readonly first_seen: unknown
  readonly messages: unknown
  readonly last_message_at: unknown
}

/** One member's data; null when there is no such member. */
export async function member(db: DataSource, id: number): Promise<MemberData | null> {
  // Not every engine compares an id with what cannot be one.
  if (!Number.isSafeInteger(id)) return null
  const [row]: readonly MemberDataRow[] = await db.query(SQL, [id])
  if (row === undefined) return null
  return {
    ...readMember(row),
    snapshots: readNumber(row.snapshots),
    firstSeen: orNull(readMoment, row.first_seen),
    latestSnapshot: row.id === null ? null : readSnapshotFigures(row),
    messages: readNumber(row.messages),
    lastMessageAt: orNull(readMoment, row.last_message_at),
  }
}
