import type { DataSource } from 'typeorm'
import { SNAPSHOT_COLUMNS } from '../snapshot-columns.ts'
import type { SnapshotFigures } from '../snapshot-figures.ts'
import { isLater } from './is-later.ts'
import { onePerMember } from './one-per-member.ts'

const SQL = `
  SELECT snapshot.username, ${SNAPSHOT_COLUMNS}
  FROM (SELECT username, max(timestamp) AS timestamp FROM wom_snapshots GROUP BY username) AS last
  JOIN wom_snapshots AS snapshot
    ON snapshot.username = last.username AND snapshot.timestamp = last.timestamp`

/** The last snapshot of every spelling of a name, and of these the last of every member. */
export async function latestSnapshots(db: DataSource): Promise<ReadonlyMap<string, SnapshotFigures>> {
  return onePerMember(db, await db.query(SQL), isLater)
}
