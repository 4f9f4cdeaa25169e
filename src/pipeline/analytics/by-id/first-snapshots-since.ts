import type { DataSource } from 'typeorm'
import { type Moment, storedMoment } from '../../../schema/values/moment.ts'
import type { SnapshotFigures } from '../snapshot-figures.ts'
import { SNAPSHOT_LISTS, snapshotsOfLists } from './snapshot-lists.ts'

/**
 * CROSS JOIN keeps SQLite to this order of the tables, whatever its statistics say. NOT INDEXED reads the members in the
 * order of their ids, which is the order of the index that is sought.
 */
const SQL = `
  SELECT ${SNAPSHOT_LISTS}
  FROM clan_members AS member NOT INDEXED CROSS JOIN wom_snapshots AS snapshot
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
  return snapshotsOfLists(await db.query(SQL, [snapshotMoment.to(cutoff)]))
}
