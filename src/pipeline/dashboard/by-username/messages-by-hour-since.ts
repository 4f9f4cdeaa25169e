import type { DataSource } from 'typeorm'
import { type Moment, storedMoment } from '../../../schema/values/moment.ts'
import { membersByName } from '../../analytics/by-username/members-by-name.ts'
import { readNumber } from '../../analytics/read-number.ts'
import { inDialects } from '../../engine/in-dialects.ts'
import { messagesByHour } from '../messages-by-hour.ts'
import { memberNames } from './member-names.ts'

const SQL = inDialects(
  ({ hour }) => `
  SELECT author_name AS author, ${hour('created_at')} AS hour, count(*) AS messages
  FROM discord_messages WHERE created_at >= ?
  GROUP BY author_name, ${hour('created_at')}`,
)

interface AuthorRow {
  readonly author: unknown
  readonly hour: unknown
  readonly messages: unknown
}

const messageMoment = storedMoment('')

/** How many messages every member wrote in every hour since the cutoff: of every author, and of these the members'. */
export async function messagesByHourSince(
  db: DataSource,
  cutoff: Moment | Date,
): Promise<ReadonlyMap<string, ReadonlyMap<Moment, number>>> {
  const rows: readonly AuthorRow[] = await db.query(SQL(db), [messageMoment.to(cutoff)])
  const nameOf = memberNames(await membersByName(db))
  return messagesByHour(
    rows.flatMap(({ author, hour, messages }) => {
      const member = nameOf(author)
      return member === null ? [] : [{ member, hour, messages: readNumber(messages) }]
    }),
  )
}
