import type { DataSource } from 'typeorm'
import { type Moment, storedMoment } from '../../../schema/values/moment.ts'
import { readNumber } from '../read-number.ts'

const SQL = `
  SELECT member.id AS member, (
    SELECT count(*) FROM discord_messages AS message
    WHERE message.user_id = member.id AND message.created_at >= ?
  ) AS messages
  FROM clan_members AS member`

interface CountRow {
  readonly member: unknown
  readonly messages: unknown
}

const messageMoment = storedMoment('')

/** How many messages every member wrote at or after the cutoff: one range of the index a member, and no row. */
export async function messageCountsSince(
  db: DataSource,
  cutoff: Moment | Date,
): Promise<ReadonlyMap<number, number>> {
  const rows: readonly CountRow[] = await db.query(SQL, [messageMoment.to(cutoff)])
  const counts = new Map<number, number>()
  for (const { member, messages } of rows) counts.set(readNumber(member), readNumber(messages))
  return counts
}
