import type { RecordingServer } from '../../../src/pipeline/harvest/testing/serve-recording.ts'
import type { Answered } from './answered.ts'

/** Where the sources of a harvest are, and what they are asked for. Plain data: it goes to another process, too. */
export interface Endpoint {
  readonly wiseOldManUrl: string
  readonly discordUrl: string
  readonly groupId: number
  readonly guildId: string
  readonly channelIds: readonly string[]
  /** The moment of the harvest. */
  readonly now: string
  /** For each whole request. */
  readonly timeoutMilliseconds: number
}

export const GROUP_ID = 139

/** Where a server answers what was prepared. */
export function endpointOf(
  { wiseOldManUrl, discordUrl }: RecordingServer,
  { channels, guild, now }: Answered,
  timeoutMilliseconds: number,
): Endpoint {
  return {
    wiseOldManUrl,
    discordUrl,
    groupId: GROUP_ID,
    guildId: guild.id,
    channelIds: channels.map(({ id }) => id),
    now,
    timeoutMilliseconds,
  }
}
