import type { Moment } from '../../schema/values/moment.ts'
import type { Analytics } from '../analytics/analytics.ts'
import type { Gains } from '../analytics/gains.ts'
import type { SnapshotFigures } from '../analytics/snapshot-figures.ts'

/**
 * Gains between two snapshots, and of which moments these are. A snapshot far later than its window's beginning makes
 * the gains speak for less than the window: who reads them decides whether that is too stale.
 */
export interface GainsSince extends Gains {
  /** The older snapshot's moment. */
  readonly from: Moment
  /** The newer snapshot's moment; the same as the older one's where there is only one. */
  readonly to: Moment
}

/** The gains of the members that are in both maps, with the moments of their snapshots. */
export function gainsSince<Key>(
  analytics: Pick<Analytics<Key>, 'gainsBetween'>,
  older: ReadonlyMap<Key, SnapshotFigures>,
  newer: ReadonlyMap<Key, SnapshotFigures>,
): ReadonlyMap<Key, GainsSince> {
  const gains = new Map<Key, GainsSince>()
  for (const [key, gained] of analytics.gainsBetween(older, newer)) {
    const from = older.get(key)?.timestamp
    const to = newer.get(key)?.timestamp
    if (from !== undefined && to !== undefined) gains.set(key, { ...gained, from, to })
  }
  return gains
}
