import { exactMoment } from './exact-moment.ts'
import type { PlayerSnapshot } from './sources/clan-source.ts'

/**
 * One snapshot a day: the first of each UTC day of which none is stored, oldest first.
 * @param storedDays days as `2025-12-22`
 * @throws SchemaError for a snapshot of no moment.
 */
export function snapshotsToStore(
  snapshots: readonly PlayerSnapshot[],
  storedDays: ReadonlySet<string>,
): readonly PlayerSnapshot[] {
  const days = new Set(storedDays)
  return snapshots
    .map((snapshot) => ({ ...snapshot, timestamp: exactMoment(snapshot.timestamp) }))
    .sort(byTime)
    .filter(({ timestamp }) => {
      const day = timestamp.slice(0, 10)
      return !days.has(day) && days.add(day)
    })
}

/** By code units: no language has a say in it. */
function byTime({ timestamp: one }: PlayerSnapshot, { timestamp: other }: PlayerSnapshot): number {
  return one === other ? 0 : one < other ? -1 : 1
}
