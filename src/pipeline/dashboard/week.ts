import type { Moment } from '../../schema/values/moment.ts'
import type { ChartDays } from './chart-days.ts'
import type { Dashboard } from './dashboard-schema.ts'
import { WEEKDAYS } from './weekdays.ts'

const HOURS = 24

/** The messages of all members by weekday and hour, over the days of the charts. */
export function week(
  { names }: Pick<ChartDays, 'names'>,
  members: readonly ReadonlyMap<Moment, number>[],
): Dashboard['week'] {
  const shown = new Set(names)
  const rows = WEEKDAYS.map((weekday) => ({
    weekday,
    days: names.filter((day) => weekdayOf(day) === weekday).length,
    messages: new Array<number>(HOURS).fill(0),
  }))
  const rowOf = new Map(rows.map((row) => [row.weekday, row.messages]))
  for (const [hour, written] of members.flatMap((hours) => [...hours])) {
    const day = hour.slice(0, 10)
    const messages = shown.has(day) ? rowOf.get(weekdayOf(day)) : undefined
    const at = Number(hour.slice(11, 13))
    if (messages !== undefined) messages[at] = (messages[at] ?? 0) + written
  }
  return rows
}

function weekdayOf(day: string): (typeof WEEKDAYS)[number] {
  const fromSunday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return WEEKDAYS[(fromSunday + 6) % 7] ?? 'Monday'
}
