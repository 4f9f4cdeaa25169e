import type { Database } from 'better-sqlite3'
import type { SnapshotFigures } from '../../../src/pipeline/analytics/snapshot-figures.ts'
import { readSnapshotLists, SNAPSHOT_LISTS, type SnapshotLists } from './read-snapshot-lists.ts'

/** One seek a member, for the reasons of `latest-snapshots-by-hand.ts`; the same shapes were tried. */
const SQL = `
  SELECT ${SNAPSHOT_LISTS}
  FROM clan_members AS member NOT INDEXED
  JOIN wom_snapshots AS snapshot ON snapshot.id = (
    SELECT first.id FROM wom_snapshots AS first WHERE first.user_id = member.id AND first."timestamp" >= ?
    ORDER BY first."timestamp", first.id LIMIT 1
  )`

/** @param cutoff as the column writes it. */
export function firstSnapshotsByHand(
  database: Database,
  cutoff: string,
): () => ReadonlyMap<number, SnapshotFigures> {
  const statement = database.prepare<[string], SnapshotLists>(SQL).raw()
  return () => readSnapshotLists(statement, cutoff)
}
