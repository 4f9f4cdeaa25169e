import type { Database } from 'better-sqlite3'
import type { SnapshotFigures } from '../../../src/pipeline/analytics/snapshot-figures.ts'
import { readSnapshotLists, SNAPSHOT_LISTS, type SnapshotLists } from './read-snapshot-lists.ts'

/**
 * One seek a member. NOT INDEXED reads the members in the order of their ids, so that the seeks go through the index in
 * one direction: a tenth faster than the order of the index that SQLite would take. Slower, on production's rows: a JSON
 * array a row (1.03 times), a row of the driver for each (1.1), the same with `iterate` (1.3), rows as objects (1.5),
 * moments made by SQL (1.05), a list of ids by IN (1.2), a statement for each member (5), a join on the latest moment
 * (80). Within the noise: memory-mapped reading, one transaction around all, an exclusive lock.
 */
const SQL = `
  SELECT ${SNAPSHOT_LISTS}
  FROM clan_members AS member NOT INDEXED
  JOIN wom_snapshots AS snapshot ON snapshot.id = (
    SELECT latest.id FROM wom_snapshots AS latest WHERE latest.user_id = member.id
    ORDER BY latest."timestamp" DESC, latest.id DESC LIMIT 1
  )`

export function latestSnapshotsByHand(database: Database): () => ReadonlyMap<number, SnapshotFigures> {
  const statement = database.prepare<[], SnapshotLists>(SQL).raw()
  return () => readSnapshotLists(statement)
}
