import { inOrderOfNames } from '../in-order-of-names.ts'
import type { ActivityData } from './activity-data.ts'
import type { ActivityRow } from './activity-row.ts'
import { countedGains } from './counted-gains.ts'
import type { MemberActivity } from './member-activity.ts'
import type { ReportMember } from './report-member.ts'

/** Of a member without snapshots who never wrote. */
const NOTHING: MemberActivity = {
  messages: { days7: 0, days30: 0, days90: 0, total: 0 },
  gains: { days7: null, days30: null, days90: null, days365: null },
  latestSnapshot: null,
}

const UNKNOWN_MESSAGES = { days7: null, days30: null, days90: null, total: null } as const

/**
 * The rows of the activity report, one for each of the members, in the order of their names. Members and data are of
 * the same database and the same family. A member who is not in the data has written nothing and has no gains; of one
 * without a key nothing is known. Which gains count, `countedGains` says.
 */
export function activityRows<Key>(
  members: readonly ReportMember<Key>[],
  { now, members: activities }: ActivityData<Key>,
): readonly ActivityRow[] {
  return members
    .map(({ key, name, rank, joinedAt }) => {
      const { messages, gains } = (key === null ? undefined : activities.get(key)) ?? NOTHING
      const days7 = countedGains(gains.days7, 7, now)
      const days30 = countedGains(gains.days30, 30, now)
      const days90 = countedGains(gains.days90, 90, now)
      const days365 = countedGains(gains.days365, 365, now)
      return {
        name,
        rank,
        joinedAt,
        messages: key === null ? UNKNOWN_MESSAGES : messages,
        experience: {
          days7: days7.experience,
          days30: days30.experience,
          days90: days90.experience,
          days365: days365.experience,
        },
        bossKills: {
          days7: days7.bossKills,
          days30: days30.bossKills,
          days90: days90.bossKills,
          days365: days365.bossKills,
        },
      }
    })
    .sort(({ name: one }, { name: other }) => inOrderOfNames(one, other))
}
