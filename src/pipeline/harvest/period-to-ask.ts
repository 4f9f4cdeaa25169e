import type { Moment } from '../../schema/values/moment.ts'
import { daysBefore } from '../activity-report/days-before.ts'
import { exactMoment } from './exact-moment.ts'

/** Both ends are included. */
export interface Period {
  readonly from: Moment
  readonly to: Moment
}

/** What is known of a player; null is what is not. */
export interface PlayerSoFar {
  /** When the newest stored snapshot was taken. */
  readonly newest: Moment | null
  readonly joinedAt: Moment | null
}

const DAYS_OF_A_STRANGER = 30

/**
 * From when to when a player's snapshots are asked for: from the day (UTC) after the newest stored one, since a day has
 * one; of a player without any from the moment of joining, and where nobody knows it, from 30 days before now.
 * @returns null when there is nothing to ask for yet.
 * @throws SchemaError for what is no moment.
 */
export function periodToAsk({ newest, joinedAt }: PlayerSoFar, now: Moment): Period | null {
  // Compared as days, and before one is added: the day after the last that can be written is no moment.
  if (newest !== null && dayOf(newest) >= dayOf(now)) return null
  const from =
    newest === null ? exactMoment(joinedAt ?? daysBefore(now, DAYS_OF_A_STRANGER)) : dayAfter(newest)
  return from > now ? null : { from, to: now }
}

function dayOf(moment: Moment): string {
  return moment.slice(0, 10)
}

function dayAfter(moment: Moment): Moment {
  return `${daysBefore(moment, -1).slice(0, 10)}T00:00:00.000000Z`
}
