import type { DataSource } from 'typeorm'
import { inDialects } from '../../engine/in-dialects.ts'
import type { SnapshotFigures } from '../snapshot-figures.ts'
import { snapshotLists, snapshotsOfLists } from './snapshot-lists.ts'

const LATEST = `
  WHERE snapshot.id = (
    SELECT last.id FROM wom_snapshots AS last
    WHERE last.user_id = member.id
    ORDER BY last.timestamp DESC, last.id DESC LIMIT 1
  )`

const SQL = inDialects(
  (dialect) => `
  SELECT ${snapshotLists(dialect)}
  FROM ${dialect.withEach(dialect.members, 'wom_snapshots', 'snapshot', LATEST)}`,
)

/** The last snapshot of every member: one seek a member, at the end of the member's part of the index. */
export async function latestSnapshots(db: DataSource): Promise<ReadonlyMap<number, SnapshotFigures>> {
  return snapshotsOfLists(await db.query(SQL(db)))
}
