import type { Moment } from '../../schema/values/moment.ts'
import type { Gains } from '../analytics/gains.ts'
import { daysBefore } from './days-before.ts'
import type { GainsSince } from './gains-since.ts'

const UNKNOWN: Gains = { experience: null, bossKills: null }

/**
 * The gains that a window of so many days may show: both null where its snapshots are too stale to speak for it.
 *
 * - The older snapshot must be at most twice the window before `now`, to the microsecond, that moment included. This is
 *   the rule of old, which took the last snapshot before the window where there was one. `activityData` takes the first
 *   at or after the window's beginning, which is never older than once the window, so that there the rule always holds;
 *   it stands here for whoever gives an older snapshot.
 * - There must be two snapshots. Where the only one in the window is also the latest, nothing was measured in the
 *   window: its gains of 0 are no knowledge. This is what can be stale at the other end, by the first at or after.
 *
 * An older snapshot later than the window's beginning counts: who joined yesterday gained in 365 days what was gained
 * since then.
 */
export function countedGains(gains: GainsSince | null, days: number, now: Moment | Date): Gains {
  if (gains === null || gains.from >= gains.to || gains.from < daysBefore(now, 2 * days)) return UNKNOWN
  return { experience: gains.experience, bossKills: gains.bossKills }
}
