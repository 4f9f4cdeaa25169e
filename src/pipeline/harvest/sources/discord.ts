import { DefaultRestOptions } from '@discordjs/rest'
import { Routes } from 'discord-api-types/v10'
import { z } from 'zod'
import { discordClient } from './discord/discord-client.ts'
import { messagePage } from './discord/message-page.ts'
import { onceKnown } from './discord/once-known.ts'
import { snowflake } from './discord/snowflake.ts'
import { checkedOptions, optionParts } from './http/checked-options.ts'
import { sourceFailure } from './http/source-failure.ts'
import type { MessageSource } from './message-source.ts'

export interface DiscordOptions {
  /** A bot's token, without the word `Bot`. */
  readonly token: string
  readonly guildId: string
  readonly channelIds: readonly string[]
  /** Without its version: `https://discord.com/api`, which it is when none is given. */
  readonly baseUrl?: string | undefined
  /** For one whole request, not counting the wait for a rate limit before it; 15,000 when none is given. */
  readonly timeoutMilliseconds?: number | undefined
  /** How long a request may wait for a rate limit before it counts as failed; 60,000 when none is given. */
  readonly patienceMilliseconds?: number | undefined
  /** In any second, to all routes, or Infinity; 50 when none is given, which is what the API allows. */
  readonly requestsPerSecond?: number | undefined
}

/** The most that the API gives in a page. */
const PAGE = 100

/** Where a channel begins: no message has this id. */
const BEGINNING = '0'

const optionsSchema = z.object({
  token: optionParts.credential,
  guildId: snowflake,
  channelIds: z.array(snowflake).readonly(),
  baseUrl: optionParts.baseUrl.default(DefaultRestOptions.api),
  timeoutMilliseconds: optionParts.milliseconds.default(15_000),
  patienceMilliseconds: optionParts.milliseconds.default(60_000),
  requestsPerSecond: optionParts.rate.default(50),
})

const guildSchema = z.object({ name: z.string() })
const channelSchema = z.object({ name: z.string().nullable(), guild_id: snowflake.optional() })

/**
 * Channels of a Discord guild (https://discord.com/developers/docs). Requests that fail are not repeated; before a request
 * it waits as long as the rate limits say, and within its patience.
 * @throws TypeError for options that cannot be used
 */
export function discord(options: DiscordOptions): MessageSource {
  const { guildId, channelIds, ...given } = checkedOptions('Discord', optionsSchema, options)
  const ask = discordClient(given)

  const guildName = onceKnown(async () => (await ask(Routes.guild(guildId), guildSchema)).name)
  const channelName = onceKnown(async (channel: string) => {
    const { name, guild_id } = await ask(Routes.channel(channel), channelSchema)
    if (guild_id === undefined || guild_id === guildId) return name
    const asked = { source: 'Discord', path: Routes.channel(channel) }
    throw sourceFailure(asked, { answered: `a channel of the guild ${guild_id}, not of ${guildId}` })
  })

  return {
    channels: channelIds,

    async *pagesAfter(channel, message) {
      for (let after = message ?? BEGINNING; ; ) {
        const query = { after, limit: String(PAGE) }
        const page = await ask(Routes.channelMessages(channel), messagePage(channel, after), query)
        const last = page.at(-1)
        if (last === undefined) return
        const names = { channelName: await channelName(channel), guildId, guildName: await guildName('') }
        yield page.map((paged) => ({ ...paged, ...names }))
        if (page.length < PAGE) return
        after = last.id
      }
    },
  }
}
