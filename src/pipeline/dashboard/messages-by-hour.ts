import type { Moment } from '../../schema/values/moment.ts'
import { readMoment } from '../analytics/read-moment.ts'

/** Some messages of a member. */
export interface HourRow<Key> {
  readonly member: Key
  /** A stored moment as far as its hour: `2025-12-22 15`. Stored moments of messages are UTC and have no zone. */
  readonly hour: unknown
  readonly messages: number
}

/** Adds messages up by member and hour. @throws SchemaError for an hour that is none. */
export function messagesByHour<Key>(
  rows: Iterable<HourRow<Key>>,
): ReadonlyMap<Key, ReadonlyMap<Moment, number>> {
  const members = new Map<Key, Map<Moment, number>>()
  // Many messages share an hour: its text is read once.
  const begins = new Map<unknown, Moment>()
  for (const { member, hour, messages } of rows) {
    const begin = begins.get(hour) ?? readMoment(`${hour}:00:00.000000`)
    begins.set(hour, begin)
    const hours = members.get(member) ?? new Map<Moment, number>()
    members.set(member, hours)
    hours.set(begin, (hours.get(begin) ?? 0) + messages)
  }
  return members
}
