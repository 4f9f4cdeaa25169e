import type { DataSource } from 'typeorm'
import type { MemberData } from '../member-data.ts'
import { readMoment } from '../read-moment.ts'
import { readNumber } from '../read-number.ts'
import { spellingsOf } from './spellings-of.ts'

/** By one spelling, from the index alone. */
const SQL = `
  SELECT count(*) AS messages, max(created_at) AS last_message_at
  FROM discord_messages WHERE author_name = ?`

interface CountRow {
  readonly messages: unknown
  readonly last_message_at: unknown
}

/** What a member's data says of messages, over all spellings of a normalised name. */
export async function messagesOf(
  db: DataSource,
  name: string,
): Promise<Pick<MemberData, 'messages' | 'lastMessageAt'>> {
  let messages = 0
  let lastMessageAt: string | null = null
  for (const spelling of await spellingsOf(db, name, 'messages')) {
    const rows: readonly CountRow[] = await db.query(SQL, [spelling])
    for (const row of rows) {
      const last = readMoment(row.last_message_at)
      messages += readNumber(row.messages)
      if (lastMessageAt === null || last > lastMessageAt) lastMessageAt = last
    }
  }
  return { messages, lastMessageAt }
}
