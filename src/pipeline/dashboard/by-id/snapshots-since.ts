import type { DataSource } from 'typeorm'
import { type Moment, storedMoment } from '../../../schema/values/moment.ts'
import { readNumber } from '../../analytics/read-number.ts'
import type { SnapshotPoint } from '../snapshot-point.ts'
import { type PointRow, snapshotsByMember } from '../snapshots-by-member.ts'

/**
 * One range of the index a member, and the rows by their own ids. Sought in one step instead, the table would be
 * scanned for every member where somebody analysed the database while it was small. Why CROSS JOIN, NOT INDEXED and
 * lists: see the analytics by id.
 */
const SQL = `
  SELECT
    json_group_array(member.id) AS members, json_group_array(snapshot.id) AS ids,
    json_group_array(snapshot.timestamp) AS timestamps, json_group_array(snapshot.total_xp) AS total_xps,
    json_group_array(snapshot.total_boss_kills) AS total_boss_killses
  FROM clan_members AS member NOT INDEXED
  CROSS JOIN wom_snapshots AS own
  CROSS JOIN wom_snapshots AS snapshot
  WHERE own.user_id = member.id AND own.timestamp >= ? AND snapshot.id = own.id`

/** JSON lists in the same order. */
interface PointLists {
  readonly members: string
  readonly ids: string
  readonly timestamps: string
  readonly total_xps: string
  readonly total_boss_killses: string
}

/** Without the column's zone: a text that begins with the cutoff's own comes after it, zone or not. */
const cutoffMoment = storedMoment('')

/** The snapshots of every member since the cutoff, by the member's id. */
export async function snapshotsSince(
  db: DataSource,
  cutoff: Moment | Date,
): Promise<ReadonlyMap<number, readonly SnapshotPoint[]>> {
  const [lists]: readonly PointLists[] = await db.query(SQL, [cutoffMoment.to(cutoff)])
  return snapshotsByMember(lists === undefined ? [] : rowsOf(lists))
}

function* rowsOf(lists: PointLists): Iterable<PointRow<number>> {
  const ids = listOf(lists.ids)
  const timestamps = listOf(lists.timestamps)
  const totalXps = listOf(lists.total_xps)
  const totalBossKills = listOf(lists.total_boss_killses)
  for (const [at, member] of listOf(lists.members).entries()) {
    yield {
      member: readNumber(member),
      id: ids[at],
      timestamp: timestamps[at],
      total_xp: totalXps[at],
      total_boss_kills: totalBossKills[at],
    }
  }
}

function listOf(json: string): readonly unknown[] {
  return JSON.parse(json)
}
