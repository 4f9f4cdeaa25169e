import type { DataSource } from 'typeorm'
import { type Moment, storedMoment } from '../../../schema/values/moment.ts'
import { normaliseUsername } from '../../usernames.ts'
import { readNumber } from '../read-number.ts'
import { membersByName } from './members-by-name.ts'

const SQL = `
  SELECT lower(author_name) AS author, count(*) AS messages
  FROM discord_messages WHERE created_at >= ?
  GROUP BY lower(author_name)`

interface CountRow {
  readonly author: unknown
  readonly messages: unknown
}

const messageMoment = storedMoment('')

/** How many messages every member wrote at or after the cutoff: of every author, and of these the members'. */
export async function messageCountsSince(
  db: DataSource,
  cutoff: Moment | Date,
): Promise<ReadonlyMap<string, number>> {
  const rows: readonly CountRow[] = await db.query(SQL, [messageMoment.to(cutoff)])
  const counts = new Map<string, number>()
  for (const name of (await membersByName(db)).keys()) counts.set(name, 0)
  for (const { author, messages } of rows) {
    const name = normaliseUsername(author)
    const count = counts.get(name)
    if (count !== undefined) counts.set(name, count + readNumber(messages))
  }
  return counts
}
