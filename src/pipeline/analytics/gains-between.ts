import type { Gains } from './gains.ts'
import type { SnapshotFigures } from './snapshot-figures.ts'

/** What came on top from one map of snapshots to the other, for the members that are in both. */
export function gainsBetween<Key>(
  from: ReadonlyMap<Key, SnapshotFigures>,
  to: ReadonlyMap<Key, SnapshotFigures>,
): ReadonlyMap<Key, Gains> {
  const gains = new Map<Key, Gains>()
  for (const [key, older] of from) {
    const newer = to.get(key)
    if (newer === undefined) continue
    gains.set(key, {
      experience: gain(older.totalXp, newer.totalXp),
      bossKills: gain(older.totalBossKills, newer.totalBossKills),
    })
  }
  return gains
}

/** A total that became smaller is a correction of the source, and no loss of the player's. */
function gain(older: number | null, newer: number | null): number | null {
  return older === null || newer === null ? null : Math.max(0, newer - older)
}
