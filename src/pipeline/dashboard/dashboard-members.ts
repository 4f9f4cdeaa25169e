import type { Moment } from '../../schema/values/moment.ts'
import { countedGains } from '../activity-report/counted-gains.ts'
import type { GainsSince } from '../activity-report/gains-since.ts'
import type { ReportMember } from '../activity-report/report-member.ts'
import type { SnapshotFigures } from '../analytics/snapshot-figures.ts'
import { inOrderOfNames } from '../in-order-of-names.ts'
import type { Dashboard } from './dashboard-schema.ts'
import { wholeNumber } from './whole-number.ts'

/** What the analytics say of 30 days. */
export interface MonthlyFigures<Key> {
  readonly now: Moment
  readonly messages: ReadonlyMap<Key, number>
  readonly gains: ReadonlyMap<Key, GainsSince>
  readonly latest: ReadonlyMap<Key, SnapshotFigures>
}

type DashboardMember = Dashboard['members'][number]

const UNKNOWN = {
  latestSnapshot: null,
  days30: { messages: null, experience: null, bossKills: null },
} as const

/**
 * The members in the order of their names, with the figures of 30 days that the activity report has of them. Of one
 * without a key nothing is known.
 * @throws SchemaError for a figure that is no exact whole number.
 */
export function dashboardMembers<Key>(
  members: readonly ReportMember<Key>[],
  figures: MonthlyFigures<Key>,
): readonly DashboardMember[] {
  return members
    .map(({ key, name, rank, joinedAt }) => ({
      name,
      rank,
      joinedAt,
      ...(key === null ? UNKNOWN : knownOf(key, name, figures)),
    }))
    .sort((one, other) => inOrderOfNames(one.name, other.name))
}

function knownOf<Key>(
  key: Key,
  name: string,
  { now, messages, gains, latest }: MonthlyFigures<Key>,
): Pick<DashboardMember, 'latestSnapshot' | 'days30'> {
  const whole = (figure: number | null | undefined) =>
    figure === null || figure === undefined
      ? null
      : wholeNumber(figure, `the figures of ${JSON.stringify(name)}`)
  const snapshot = latest.get(key)
  const { experience, bossKills } = countedGains(gains.get(key) ?? null, 30, now)
  return {
    latestSnapshot:
      snapshot === undefined
        ? null
        : {
            takenAt: snapshot.timestamp,
            experience: whole(snapshot.totalXp),
            bossKills: whole(snapshot.totalBossKills),
          },
    days30: {
      messages: whole(messages.get(key) ?? 0),
      experience: whole(experience),
      bossKills: whole(bossKills),
    },
  }
}
