import type { DataSource } from 'typeorm'
import { type Moment, storedMoment } from '../../../schema/values/moment.ts'
import { SNAPSHOT_COLUMNS } from '../snapshot-columns.ts'
import type { SnapshotFigures } from '../snapshot-figures.ts'
import { isLater } from './is-later.ts'
import { onePerMember } from './one-per-member.ts'

const SQL = `
  SELECT snapshot.username, ${SNAPSHOT_COLUMNS}
  FROM (
    SELECT username, min(timestamp) AS timestamp FROM wom_snapshots WHERE timestamp >= ? GROUP BY username
  ) AS first
  JOIN wom_snapshots AS snapshot
    ON snapshot.username = first.username AND snapshot.timestamp = first.timestamp`

const snapshotMoment = storedMoment('+00:00')

/** The first snapshot of every spelling of a name at or after the cutoff, and of these the first of every member. */
export async function firstSnapshotsSince(
  db: DataSource,
  cutoff: Moment | Date,
): Promise<ReadonlyMap<string, SnapshotFigures>> {
  const rows = await db.query(SQL, [snapshotMoment.to(cutoff)])
  return onePerMember(db, rows, (one, other) => isLater(other, one))
}
