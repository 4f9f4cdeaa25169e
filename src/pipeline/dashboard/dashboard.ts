import type { Moment } from '../../schema/values/moment.ts'
import { daysBefore } from '../activity-report/days-before.ts'
import { gainsSince } from '../activity-report/gains-since.ts'
import type { ReportMember } from '../activity-report/report-member.ts'
import type { Analytics } from '../analytics/analytics.ts'
import { chartDays } from './chart-days.ts'
import { clanDays } from './clan-days.ts'
import { dashboardMembers } from './dashboard-members.ts'
import type { DashboardQueries } from './dashboard-queries.ts'
import type { Dashboard } from './dashboard-schema.ts'
import { leaders } from './leaders.ts'
import { outliers } from './outliers.ts'
import { topBosses } from './top-bosses.ts'
import { week } from './week.ts'

const DAYS = 30

/**
 * Makes the dashboard export, by either family; analytics, queries and members are of the same one. Two stretches of
 * time are in it, and what was stored after `now` counts in both, as in the activity report:
 *
 * - Members are compared by a window that begins exactly 30 times 24 hours before `now`, its beginning included. Their
 *   figures are those of the activity report.
 * - Charts show 30 whole days in UTC, the last of which is the day of `now`. All of them lie in the window.
 *
 * Of a member without a key nothing is known, and nothing of it is in any total. Every list has one order only: the
 * same members with the same figures give the same document, in whatever order they come.
 * @throws SchemaError when `now` is no moment, or a figure, stored or added up, is no exact whole number.
 */
export async function dashboard<Key>(
  analytics: Analytics<Key>,
  queries: DashboardQueries<Key>,
  members: readonly ReportMember<Key>[],
  now: Moment | Date,
): Promise<Dashboard> {
  const window = { from: daysBefore(now, DAYS), to: daysBefore(now, 0), days: DAYS } as const
  const latest = await analytics.latestSnapshots()
  const gains = gainsSince(analytics, await analytics.firstSnapshotsSince(window.from), latest)
  const messages = await analytics.messageCountsSince(window.from)
  const rows = dashboardMembers(members, { now: window.to, messages, gains, latest })

  const days = chartDays(now)
  const snapshots = await queries.snapshotsSince(days.baselineFrom)
  const hours = await queries.messagesByHourSince(days.from)
  const counted = members.flatMap(({ key, name }) => (key === null ? [] : [{ key, name }]))
  const series = counted.map(({ key }) => ({
    snapshots: snapshots.get(key) ?? [],
    messages: hours.get(key) ?? new Map<Moment, number>(),
  }))

  const latestOf = counted.flatMap(({ key, name }) => {
    const snapshot = latest.get(key)
    return snapshot === undefined ? [] : [{ name, snapshot: snapshot.id }]
  })
  const kills = await queries.bossKillsOf(latestOf.map(({ snapshot }) => snapshot))

  return {
    format: 1,
    timeZone: 'UTC',
    window,
    clan: { members: members.length, counted: counted.length },
    members: rows,
    days: clanDays(days, series),
    topBosses: topBosses(
      latestOf.map(({ name, snapshot }) => ({ name, kills: kills.get(snapshot) ?? new Map() })),
    ),
    week: week(
      days,
      series.map((member) => member.messages),
    ),
    leaders: leaders(rows),
    outliers: outliers(rows),
  }
}
