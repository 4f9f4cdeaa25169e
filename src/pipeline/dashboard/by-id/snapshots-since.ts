import type { DataSource } from 'typeorm'
import { type Moment, storedMoment } from '../../../schema/values/moment.ts'
import { readNumber } from '../../analytics/read-number.ts'
import { inDialects } from '../../engine/in-dialects.ts'
import type { SnapshotPoint } from '../snapshot-point.ts'
import { type PointRow, snapshotsByMember } from '../snapshots-by-member.ts'

const RANGE = 'own.user_id = member.id AND own.timestamp >= ?'

/** One range of the index a member. Why lists: see the analytics by id. */
const SQL = inDialects(
  ({ list, members, moment, withRange }) => `
  SELECT
    ${list('member.id')} AS members, ${list('snapshot.id')} AS ids,
    ${list(moment('snapshot.timestamp'))} AS timestamps, ${list('snapshot.total_xp')} AS total_xps,
    ${list('snapshot.total_boss_kills')} AS total_boss_killses
  FROM ${withRange(members, 'wom_snapshots', 'snapshot', RANGE)}`,
)

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
  const [lists]: readonly PointLists[] = await db.query(SQL(db), [cutoffMoment.to(cutoff)])
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
