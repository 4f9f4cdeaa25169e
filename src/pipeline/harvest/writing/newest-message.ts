import { exactId } from '../../../schema/values/exact-id.ts'
import type { Queries } from './queries.ts'

/**
 * No index begins with the channel, but ids follow time in all channels together: from the last message backwards it is
 * not far to one of a channel in which somebody writes. Only of a channel without any message all are read.
 */
const SQL = 'SELECT id FROM discord_messages WHERE channel_id = ? ORDER BY id DESC LIMIT 1'

/** The largest id of a channel's stored messages, exactly; null when there is none. */
export async function newestMessage(db: Queries, channel: string): Promise<string | null> {
  const [row]: readonly { readonly id: unknown }[] = await db.query(SQL, [exactId.to(channel)])
  return row === undefined ? null : exactId.from(row.id)
}
