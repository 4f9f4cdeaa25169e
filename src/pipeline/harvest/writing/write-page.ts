import type { DataSource } from 'typeorm'
import { linkAuthors } from '../../../schema/linking/link-authors.ts'
import { exactId } from '../../../schema/values/exact-id.ts'
import { storedMoment } from '../../../schema/values/moment.ts'
import { dialectOf } from '../../engine/dialect-of.ts'
import type { ListedMessage } from '../sources/message-source.ts'
import { batches } from './batches.ts'
import type { HarvestSchema } from './harvest-schema.ts'
import { insertRows } from './insert-rows.ts'
import { linkableMembers } from './linkable-members.ts'
import type { Queries } from './queries.ts'

const MESSAGES_A_STATEMENT = 100

const { to } = storedMoment('')

/**
 * Stores a page of messages, or nothing of it: in one transaction. A message whose id is there already stays as it is.
 * @returns how many were stored.
 */
export function writePage(
  db: DataSource,
  schema: HarvestSchema,
  page: readonly ListedMessage[],
): Promise<number> {
  return db.transaction(async (manager) => {
    let stored = 0
    for (const some of batches(page, MESSAGES_A_STATEMENT)) {
      const fresh = await unknownOf(manager, some)
      await writeMessages(manager, schema, fresh)
      stored += fresh.length
    }
    return stored
  })
}

/** Those that are not stored yet; of several with one id the first. */
async function unknownOf(db: Queries, messages: readonly ListedMessage[]): Promise<readonly ListedMessage[]> {
  const ids = messages.map(({ id }): string => exactId.to(id))
  const rows: readonly { readonly id: unknown }[] = await db.query(
    `SELECT id FROM discord_messages WHERE id IN (${ids.map(() => '?').join(', ')})`,
    ids,
  )
  const known = new Set(rows.map(({ id }) => exactId.from(id)))
  return messages.filter((_, index) => !known.has(ids[index]) && known.add(ids[index]))
}

async function writeMessages(
  db: Queries,
  { linked }: HarvestSchema,
  messages: readonly ListedMessage[],
): Promise<void> {
  if (messages.length === 0) return
  const { storable } = dialectOf(db)
  // As the name will be stored: what is stored is what the rule is about.
  const authors = messages.map(({ authorName }) => storable(authorName))
  const members = linked ? linkAuthors(await linkableMembers(db), authors).linked : null
  await insertRows(
    db,
    'discord_messages',
    messages.map((message, index) => ({
      id: exactId.to(message.id),
      author_id: exactId.to(message.authorId),
      author_name: authors[index],
      content: message.content,
      channel_id: exactId.to(message.channelId),
      channel_name: message.channelName,
      guild_id: exactId.to(message.guildId),
      guild_name: message.guildName,
      created_at: to(message.createdAt),
      ...(members === null ? {} : { user_id: members.get(authors[index] ?? '') ?? null }),
    })),
  )
}
