import type { Statement } from 'better-sqlite3'
import type { SnapshotFigures } from '../../../src/pipeline/analytics/snapshot-figures.ts'
import { momentOf } from './moment-of.ts'

/**
 * A member and a snapshot a row, as one row of lists: the driver makes every value by itself, and JavaScript makes those
 * of a list all at once. It is exact up to 2^53, and for floats, which SQLite writes with 17 digits.
 */
export const SNAPSHOT_LISTS = `
  json_group_array(member.id), json_group_array(snapshot.id), json_group_array(snapshot."timestamp"),
  json_group_array(snapshot.total_xp), json_group_array(snapshot.total_boss_kills),
  json_group_array(snapshot.ehp), json_group_array(snapshot.ehb)`

/** One JSON text for each of the lists. */
export type SnapshotLists = readonly [
  members: string,
  ids: string,
  timestamps: string,
  totalXp: string,
  totalBossKills: string,
  ehp: string,
  ehb: string,
]

/** Runs a statement that finds one snapshot a member, and selects {@link SNAPSHOT_LISTS}. */
export function readSnapshotLists<Bound extends unknown[]>(
  statement: Statement<Bound, SnapshotLists>,
  ...bound: Bound
): ReadonlyMap<number, SnapshotFigures> {
  const snapshots = new Map<number, SnapshotFigures>()
  const row = statement.get(...bound)
  if (row === undefined) return snapshots
  const members: readonly number[] = JSON.parse(row[0])
  const ids: readonly number[] = JSON.parse(row[1])
  const timestamps: readonly string[] = JSON.parse(row[2])
  const [totalXp, totalBossKills, ehp, ehb]: readonly (readonly (number | null)[])[] = [
    JSON.parse(row[3]),
    JSON.parse(row[4]),
    JSON.parse(row[5]),
    JSON.parse(row[6]),
  ]
  for (let at = 0; at < members.length; at += 1) {
    snapshots.set(members[at] ?? 0, {
      id: ids[at] ?? 0,
      timestamp: momentOf(timestamps[at] ?? ''),
      totalXp: totalXp?.[at] ?? null,
      totalBossKills: totalBossKills?.[at] ?? null,
      ehp: ehp?.[at] ?? null,
      ehb: ehb?.[at] ?? null,
    })
  }
  return snapshots
}
