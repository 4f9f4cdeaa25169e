import { z } from 'zod'
import type { ListedMessage } from '../message-source.ts'
import { momentText } from '../moment-text.ts'
import { snowflake } from './snowflake.ts'

/** What a message says of itself; the names of its channel and its guild are asked for elsewhere. */
export type PagedMessage = Omit<ListedMessage, 'channelName' | 'guildId' | 'guildName'>

const messageSchema = z
  .object({
    id: snowflake,
    channel_id: snowflake,
    author: z.object({ id: snowflake, username: z.string(), global_name: z.string().nullish() }),
    content: z.string(),
    timestamp: momentText,
  })
  .transform(
    ({ id, channel_id, author, content, timestamp }): PagedMessage => ({
      id,
      authorId: author.id,
      authorName: author.global_name ?? author.username,
      content,
      channelId: channel_id,
      createdAt: timestamp,
    }),
  )

/**
 * A page of a channel's messages after one of them, as the API documents it: newest first. It is given oldest first. A page
 * of another channel, of messages before, or with a message twice is refused: going on from it would lose messages, or
 * never end.
 */
export function messagePage(channel: string, after: string) {
  return z.array(messageSchema).transform((page, { addIssue }): readonly PagedMessage[] => {
    const message = whatIsOdd(page, channel, after)
    if (message !== undefined) addIssue({ code: 'custom', message })
    return page.toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1))
  })
}

function whatIsOdd(page: readonly PagedMessage[], channel: string, after: string): string | undefined {
  if (page.some(({ channelId }) => channelId !== channel)) return 'a message of another channel'
  if (page.some(({ id }) => BigInt(id) <= BigInt(after))) return 'a message that was not asked for'
  return new Set(page.map(({ id }) => id)).size < page.length ? 'the same message twice' : undefined
}
