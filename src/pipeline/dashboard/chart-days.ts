import type { Moment } from '../../schema/values/moment.ts'
import { daysBefore } from '../activity-report/days-before.ts'

/** The days that the charts show: whole days in UTC. */
export interface ChartDays {
  /** As `2025-12-22`, in order. */
  readonly names: readonly string[]
  /** The first moment of the first day. */
  readonly from: Moment
  /** A snapshot before the first day is compared with one in it from this moment on: see `dailyGains`. */
  readonly baselineFrom: Moment
}

/** How many days a chart shows. */
const DAYS = 30

/**
 * Thirty days, the last of which is the day of `now`. Thirty times 24 hours before `now` would touch 31 days, of which
 * the first and the last would be shown in part.
 * @throws SchemaError when `now` is no moment.
 */
export function chartDays(now: Moment | Date): ChartDays {
  const last: Moment = `${daysBefore(now, 0).slice(0, 10)}T00:00:00.000000Z`
  const from = daysBefore(last, DAYS - 1)
  const names = Array.from({ length: DAYS }, (_, day) => daysBefore(from, -day).slice(0, 10))
  return { names, from, baselineFrom: daysBefore(from, DAYS) }
}
