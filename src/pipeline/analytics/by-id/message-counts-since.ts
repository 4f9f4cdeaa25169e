import type { DataSource } from 'typeorm'
import { type Moment, storedMoment } from '../../../schema/values/moment.ts'
import { inDialects } from '../../engine/in-dialects.ts'
import { readNumber } from '../read-number.ts'

const COUNT = `(
    SELECT count(*) FROM discord_messages AS message
    WHERE message.user_id = member.id AND message.created_at >= ?
  )`

const SQL = inDialects(
  ({ list, members }) => `
  SELECT ${list('member.id')} AS members, ${list(COUNT)} AS counts
  FROM ${members}`,
)

/** Two JSON lists in the same order. */
interface CountLists {
  readonly members: string
  readonly counts: string
}

const messageMoment = storedMoment('')

/** How many messages every member wrote at or after the cutoff: one range of the index a member, and no row. */
export async function messageCountsSince(
  db: DataSource,
  cutoff: Moment | Date,
): Promise<ReadonlyMap<number, number>> {
  const [lists]: readonly CountLists[] = await db.query(SQL(db), [messageMoment.to(cutoff)])
  const counts = new Map<number, number>()
  if (lists === undefined) return counts
  const messages: readonly unknown[] = JSON.parse(lists.counts)
  const members: readonly unknown[] = JSON.parse(lists.members)
  for (const [at, member] of members.entries()) counts.set(readNumber(member), readNumber(messages[at]))
  return counts
}
