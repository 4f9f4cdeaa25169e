import type { DataSource } from 'typeorm'
import { type Moment, storedMoment } from '../../../schema/values/moment.ts'
import { readNumber } from '../../analytics/read-number.ts'
import { inDialects } from '../../engine/in-dialects.ts'
import { type HourRow, messagesByHour } from '../messages-by-hour.ts'

/**
 * One range of the index a member, and no row. Grouping by the hour would make SQLite sort what the index has in order
 * already, which takes four times as long as counting here.
 */
const OF_MEMBER = `
  WHERE message.user_id = member.id AND message.created_at >= ?`

const SQL = inDialects(
  ({ hour, list, members, withEach }) => `
  SELECT
    ${list('member.id')} AS members,
    ${list(hour('message.created_at'))} AS hours
  FROM ${withEach(members, 'discord_messages', 'message', OF_MEMBER)}`,
)

/** Two JSON lists in the same order. */
interface HourLists {
  readonly members: string
  readonly hours: string
}

const messageMoment = storedMoment('')

/** How many messages every member wrote in every hour since the cutoff, by the member's id. */
export async function messagesByHourSince(
  db: DataSource,
  cutoff: Moment | Date,
): Promise<ReadonlyMap<number, ReadonlyMap<Moment, number>>> {
  const [lists]: readonly HourLists[] = await db.query(SQL(db), [messageMoment.to(cutoff)])
  return messagesByHour(lists === undefined ? [] : rowsOf(lists))
}

function* rowsOf(lists: HourLists): Iterable<HourRow<number>> {
  const hours: readonly unknown[] = JSON.parse(lists.hours)
  const members: readonly unknown[] = JSON.parse(lists.members)
  for (const [at, member] of members.entries()) {
    yield { member: readNumber(member), hour: hours[at], messages: 1 }
  }
}
