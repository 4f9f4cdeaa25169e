import type { DataSource } from 'typeorm'
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
    SELECT last.id FROM wom_snapshots AS last
    WHERE last.user_id = member.id
    ORDER BY last.timestamp DESC, last.id DESC LIMIT 1
  )`

/** The last snapshot of every member: one seek a member, at the end of the member's part of the index. */
export async function latestSnapshots(db: DataSource): Promise<ReadonlyMap<number, SnapshotFigures>> {
  return snapshotsOfLists(await db.query(SQL))
}
