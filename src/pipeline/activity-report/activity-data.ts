import type { Moment } from '../../schema/values/moment.ts'
import type { Analytics } from '../analytics/analytics.ts'
import { daysBefore } from './days-before.ts'
import { type GainsSince, gainsSince } from './gains-since.ts'
import type { MemberActivity } from './member-activity.ts'

/** What the activity report is made of. */
export interface ActivityData<Key> {
  /** The moment that the windows end with. What was stored after it counts too: a report is made of what there is. */
  readonly now: Moment
  /** Every member that has a snapshot or a message, of whatever age. */
  readonly members: ReadonlyMap<Key, MemberActivity>
}

/** No message is older. */
const ALL_TIME: Moment = '0001-01-01T00:00:00.000000Z'

/**
 * Reads the data of the activity report, by either family. A window of so many days begins exactly so many times 24
 * hours before `now`, and what lies on its beginning belongs to it.
 * @throws SchemaError when `now` is no moment, or a stored value cannot be read exactly.
 */
export async function activityData<Key>(
  analytics: Analytics<Key>,
  now: Moment | Date,
): Promise<ActivityData<Key>> {
  const messagesSince = (days: number) => analytics.messageCountsSince(daysBefore(now, days))
  const messages7 = await messagesSince(7)
  const messages30 = await messagesSince(30)
  const messages90 = await messagesSince(90)
  const messages = await analytics.messageCountsSince(ALL_TIME)

  const latest = await analytics.latestSnapshots()
  const gainsOf = async (days: number): Promise<ReadonlyMap<Key, GainsSince>> =>
    gainsSince(analytics, await analytics.firstSnapshotsSince(daysBefore(now, days)), latest)
  const gains7 = await gainsOf(7)
  const gains30 = await gainsOf(30)
  const gains90 = await gainsOf(90)
  const gains365 = await gainsOf(365)

  const members = new Map<Key, MemberActivity>()
  for (const [key, total] of messages) {
    const latestSnapshot = latest.get(key) ?? null
    if (total === 0 && latestSnapshot === null) continue
    members.set(key, {
      messages: {
        days7: messages7.get(key) ?? 0,
        days30: messages30.get(key) ?? 0,
        days90: messages90.get(key) ?? 0,
        total,
      },
      gains: {
        days7: gains7.get(key) ?? null,
        days30: gains30.get(key) ?? null,
        days90: gains90.get(key) ?? null,
        days365: gains365.get(key) ?? null,
      },
      latestSnapshot,
    })
  }
  return { now: daysBefore(now, 0), members }
}
