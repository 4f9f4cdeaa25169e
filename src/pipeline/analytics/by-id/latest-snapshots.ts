import type { DataSource } from 'typeorm'
import { SNAPSHOT_COLUMNS } from '../snapshot-columns.ts'
import type { SnapshotFigures } from '../snapshot-figures.ts'
import { snapshotsById } from './snapshots-by-id.ts'

/** CROSS JOIN keeps SQLite to this order of the tables, whatever its statistics say. */
const SQL = `
  SELECT member.id AS member, ${SNAPSHOT_COLUMNS}
  FROM clan_members AS member CROSS JOIN wom_snapshots AS snapshot
  WHERE snapshot.id = (
    SELECT last.id FROM wom_snapshots AS last
    WHERE last.user_id = member.id
    ORDER BY last.timestamp DESC, last.id DESC LIMIT 1
  )`

/** The last snapshot of every member: one seek a member, at the end of the member's part of the index. */
export async function latestSnapshots(db: DataSource): Promise<ReadonlyMap<number, SnapshotFigures>> {
  return snapshotsById(await db.query(SQL))
}
