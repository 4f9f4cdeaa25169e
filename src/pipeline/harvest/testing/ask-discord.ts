import { type DiscordOptions, discord } from '../sources/discord.ts'
import type { ListedMessage, MessageSource } from '../sources/message-source.ts'
import type { Recording } from './recording.ts'
import { type RecordingServer, type ServeOptions, serveRecording } from './serve-recording.ts'

export interface AskedChannels extends RecordingServer {
  readonly source: MessageSource
  /** All pages of a channel. */
  pages(channel: string, after?: string): Promise<readonly (readonly ListedMessage[])[]>
  /** The paths that were asked for. */
  readonly paths: readonly string[]
}

/** A source with a server of its own. */
export async function askDiscord(
  recording: Recording,
  options: Partial<DiscordOptions> = {},
  serve: ServeOptions = {},
): Promise<AskedChannels> {
  const server = await serveRecording(recording, serve)
  const source = discord({
    baseUrl: server.discordUrl,
    token: 'a-token',
    guildId: recording.guild.id,
    channelIds: Object.keys(recording.channels),
    ...options,
  })
  return {
    ...server,
    source,
    async pages(channel, after) {
      const pages: (readonly ListedMessage[])[] = []
      for await (const page of source.pagesAfter(channel, after ?? null)) pages.push(page)
      return pages
    },
    get paths() {
      return server.requests.map(({ path }) => path)
    },
  }
}
