import type { RecordedMembership, Recording } from './recording.ts'

export const GROUP_ID = 1
export const GUILD_ID = '100000000000000001'
export const CHANNEL_ID = '100000000000000002'

/** A recording with the fewest fields that the sources need: nobody in the clan, one empty channel, but for what is given. */
export function plainRecording(
  given: Partial<Recording> & { readonly memberships?: readonly RecordedMembership[] } = {},
): Recording {
  const { memberships = [], ...parts } = given
  return {
    group: { id: GROUP_ID, memberships },
    players: {},
    guild: { id: GUILD_ID, name: 'Guild' },
    channels: { [CHANNEL_ID]: { id: CHANNEL_ID, guild_id: GUILD_ID, name: 'channel' } },
    messages: { [CHANNEL_ID]: [] },
    ...parts,
  }
}
