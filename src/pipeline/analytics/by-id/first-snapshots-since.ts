import type { DataSource } from 'typeorm'
import { type Moment, storedMoment } from '../../../schema/values/moment.ts'
import { inDialects } from '../../engine/in-dialects.ts'
import type { SnapshotFigures } from '../snapshot-figures.ts'
import { snapshotLists, snapshotsOfLists } from './snapshot-lists.ts'

const FIRST = `
  WHERE snapshot.id = (
    SELECT first.id FROM wom_snapshots AS first
    WHERE first.user_id = member.id AND first.timestamp >= ?
    ORDER BY first.timestamp, first.id LIMIT 1
  )`

const SQL = inDialects(
  (dialect) => `
  SELECT ${snapshotLists(dialect)}
  FROM ${dialect.withEach(dialect.members, 'wom_snapshots', 'snapshot', FIRST)}`,
)

const snapshotMoment = storedMoment('+00:00')

/** The first snapshot of every member at or after the cutoff: one seek a member, to the cutoff. */
export async function firstSnapshotsSince(
  db: DataSource,
  cutoff: Moment | Date,
): Promise<ReadonlyMap<number, SnapshotFigures>> {
  return snapshotsOfLists(await db.query(SQL(db), [snapshotMoment.to(cutoff)]))
}
