import type { DataSource } from 'typeorm'
import { type Moment, storedMoment } from '../../../schema/values/moment.ts'
import { SNAPSHOT_COLUMNS } from '../snapshot-columns.ts'
import type { SnapshotFigures } from '../snapshot-figures.ts'
import { snapshotsById } from './snapshots-by-id.ts'

/** CROSS JOIN keeps SQLite to this order of the tables, whatever its statistics say. */
const SQL = `
  SELECT member.id AS member, ${SNAPSHOT_COLUMNS}
  FROM clan_members AS member CROSS JOIN wom_snapshots AS snapshot
  WHERE snapshot.id = (
    SELECT first.id FROM wom_snapshots AS first
    WHERE first.user_id = member.id AND first.timestamp >= ?
    ORDER BY first.timestamp, first.id LIMIT 1
  )`

const snapshotMoment = storedMoment('+00:00')

/** The first snapshot of every member at or after the cutoff: one seek a member, to the cutoff. */
export async function firstSnapshotsSince(
  db: DataSource,
  cutoff: Moment | Date,
): Promise<ReadonlyMap<number, SnapshotFigures>> {
  return snapshotsById(await db.query(SQL, [snapshotMoment.to(cutoff)]))
}
