import type { Gains } from '../../../src/pipeline/analytics/gains.ts'
import type { SnapshotFigures } from '../../../src/pipeline/analytics/snapshot-figures.ts'

type Snapshots = ReadonlyMap<number, SnapshotFigures>

/** What came on top from one map to the other. */
export function gainsByHand(from: Snapshots, to: Snapshots): ReadonlyMap<number, Gains> {
  const gains = new Map<number, Gains>()
  for (const [member, before] of from) {
    const after = to.get(member)
    if (after === undefined) continue
    gains.set(member, {
      experience: gained(before.totalXp, after.totalXp),
      bossKills: gained(before.totalBossKills, after.totalBossKills),
    })
  }
  return gains
}

function gained(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : Math.max(0, after - before)
}
