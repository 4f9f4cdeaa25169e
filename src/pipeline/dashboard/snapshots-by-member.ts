import { orNull } from '../analytics/or-null.ts'
import { readMoment } from '../analytics/read-moment.ts'
import { readNumber } from '../analytics/read-number.ts'
import type { SnapshotPoint } from './snapshot-point.ts'

/** A member's snapshot as the database gives it. */
export interface PointRow<Key> {
  readonly member: Key
  readonly id: unknown
  readonly timestamp: unknown
  readonly total_xp: unknown
  readonly total_boss_kills: unknown
}

/**
 * The snapshots of every member in the order of time.
 * @throws SchemaError for a moment or a figure that cannot be read exactly.
 */
export function snapshotsByMember<Key>(
  rows: Iterable<PointRow<Key>>,
): ReadonlyMap<Key, readonly SnapshotPoint[]> {
  const members = new Map<Key, SnapshotPoint[]>()
  for (const row of rows) {
    const point = {
      id: readNumber(row.id),
      timestamp: readMoment(row.timestamp),
      totalXp: orNull(readNumber, row.total_xp),
      totalBossKills: orNull(readNumber, row.total_boss_kills),
    }
    const points = members.get(row.member)
    if (points === undefined) members.set(row.member, [point])
    else points.push(point)
  }
  for (const points of members.values()) points.sort(byTime)
  return members
}

function byTime(one: SnapshotPoint, other: SnapshotPoint): number {
  if (one.timestamp === other.timestamp) return one.id - other.id
  return one.timestamp < other.timestamp ? -1 : 1
}
