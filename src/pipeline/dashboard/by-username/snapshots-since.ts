import type { DataSource } from 'typeorm'
import { type Moment, storedMoment } from '../../../schema/values/moment.ts'
import { membersByName } from '../../analytics/by-username/members-by-name.ts'
import type { SnapshotPoint } from '../snapshot-point.ts'
import { type PointRow, snapshotsByMember } from '../snapshots-by-member.ts'
import { memberNames } from './member-names.ts'

const SQL = `
  SELECT snapshot.username, snapshot.id, snapshot.timestamp, snapshot.total_xp, snapshot.total_boss_kills
  FROM wom_snapshots AS snapshot WHERE snapshot.timestamp >= ?`

type NamedRow = Omit<PointRow<never>, 'member'> & { readonly username: unknown }

/** Without the column's zone: a text that begins with the cutoff's own comes after it, zone or not. */
const cutoffMoment = storedMoment('')

/** The snapshots of every spelling of a member's name since the cutoff, by normalised name. */
export async function snapshotsSince(
  db: DataSource,
  cutoff: Moment | Date,
): Promise<ReadonlyMap<string, readonly SnapshotPoint[]>> {
  const rows: readonly NamedRow[] = await db.query(SQL, [cutoffMoment.to(cutoff)])
  const nameOf = memberNames(await membersByName(db))
  return snapshotsByMember(
    rows.flatMap((row) => {
      const member = nameOf(row.username)
      return member === null ? [] : [{ ...row, member }]
    }),
  )
}
