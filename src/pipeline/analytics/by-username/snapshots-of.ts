import type { DataSource } from 'typeorm'
import type { MemberData } from '../member-data.ts'
import { readMoment } from '../read-moment.ts'
import { readNumber } from '../read-number.ts'
import { readSnapshotFigures, type SnapshotRow } from '../read-snapshot-figures.ts'
import { SNAPSHOT_COLUMNS } from '../snapshot-columns.ts'
import type { SnapshotFigures } from '../snapshot-figures.ts'
import { isLater } from './is-later.ts'
import { spellingsOf } from './spellings-of.ts'

/** By one spelling; the names and moments of both inner queries come from the index. */
const SQL = `
  SELECT ${SNAPSHOT_COLUMNS},
    (SELECT count(*) FROM wom_snapshots AS one WHERE one.username = snapshot.username) AS snapshots,
    (SELECT min(one.timestamp) FROM wom_snapshots AS one WHERE one.username = snapshot.username) AS first_seen
  FROM wom_snapshots AS snapshot WHERE snapshot.username = ?
  ORDER BY snapshot.timestamp DESC, snapshot.id DESC LIMIT 1`

interface LatestRow extends SnapshotRow {
  readonly snapshots: unknown
  readonly first_seen: unknown
}

/** What a member's data says of snapshots, over all spellings of a normalised name. */
export async function snapshotsOf(
  db: DataSource,
  name: string,
): Promise<Pick<MemberData, 'snapshots' | 'firstSeen' | 'latestSnapshot'>> {
  let snapshots = 0
  let firstSeen: string | null = null
  let latestSnapshot: SnapshotFigures | null = null
  for (const spelling of await spellingsOf(db, name, 'snapshots')) {
    const rows: readonly LatestRow[] = await db.query(SQL, [spelling])
    for (const row of rows) {
      const first = readMoment(row.first_seen)
      const latest = readSnapshotFigures(row)
      snapshots += readNumber(row.snapshots)
      if (firstSeen === null || first < firstSeen) firstSeen = first
      if (latestSnapshot === null || isLater(latest, latestSnapshot)) latestSnapshot = latest
    }
  }
  return { snapshots, firstSeen, latestSnapshot }
}
