import type { Moment } from '../../schema/values/moment.ts'
import type { ChartDays } from './chart-days.ts'
import { dailyGains } from './daily-gains.ts'
import type { Dashboard } from './dashboard-schema.ts'
import type { SnapshotPoint } from './snapshot-point.ts'
import { wholeNumber } from './whole-number.ts'

/** What the charts are made of. */
export interface MemberSeries {
  /** In the order of time, from the baseline on. */
  readonly snapshots: readonly SnapshotPoint[]
  /** By hour. */
  readonly messages: ReadonlyMap<Moment, number>
}

/**
 * What all members together did on each of the days, none left out.
 * @throws SchemaError for a sum that cannot be exact.
 */
export function clanDays(days: ChartDays, members: readonly MemberSeries[]): Dashboard['days'] {
  const experience = members.map(({ snapshots }) => dailyGains(snapshots, 'totalXp', days))
  const bossKills = members.map(({ snapshots }) => dailyGains(snapshots, 'totalBossKills', days))
  const messages = members.map((member) => dailyMessages(member.messages))
  return days.names.map((day) => ({
    day,
    experience: totalOf(day, experience, 'experience'),
    bossKills: totalOf(day, bossKills, 'boss kills'),
    measured: experience.filter((gains) => gains.has(day)).length,
    messages: totalOf(day, messages, 'messages'),
    authors: messages.filter((written) => written.has(day)).length,
  }))
}

function dailyMessages(hours: ReadonlyMap<Moment, number>): ReadonlyMap<string, number> {
  const messages = new Map<string, number>()
  for (const [hour, written] of hours) {
    const day = hour.slice(0, 10)
    messages.set(day, (messages.get(day) ?? 0) + written)
  }
  return messages
}

/** Checked after each step: what has gone beyond 2^53 may come back as another safe number. */
function totalOf(day: string, members: readonly ReadonlyMap<string, number>[], figure: string): number {
  return members.reduce(
    (total, days) => wholeNumber(total + (days.get(day) ?? 0), `the clan's ${figure} of ${day}`),
    0,
  )
}
