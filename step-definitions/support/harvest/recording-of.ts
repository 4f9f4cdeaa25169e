import { readRecording } from '../../../src/pipeline/harvest/testing/read-recording.ts'
import type {
  RecordedMembership,
  RecordedMessage,
  RecordedSnapshot,
  Recording,
} from '../../../src/pipeline/harvest/testing/recording.ts'
import type { Answered, AnsweredMessage, AnsweredPlayer, AnsweredSnapshot } from './answered.ts'
import { GROUP_ID } from './endpoint.ts'

/** A name that could be nobody's. */
const NO_NAME = '!!!'

/** One response of each kind, as it was recorded: others are cast from it. */
interface Moulds {
  readonly membership: RecordedMembership
  readonly snapshot: RecordedSnapshot
  readonly message: RecordedMessage
}

/**
 * The recorded responses, with the members, figures and messages of this clan in the place of the recorded ones.
 * Everything else stays as it was recorded: all that a real answer has besides.
 * @param nameless players whose entry in the list has no name
 */
export async function recordingOf(answered: Answered, nameless: ReadonlySet<string>): Promise<Recording> {
  const recorded = await readRecording()
  const moulds: Moulds = {
    membership: first(recorded.group.memberships),
    snapshot: first(Object.values(recorded.players).flat()),
    message: first(Object.values(recorded.messages).flat()),
  }
  const channel = first(Object.values(recorded.channels))
  const { players, guild, channels } = answered
  return {
    group: {
      ...recorded.group,
      id: GROUP_ID,
      memberships: players.map((player) =>
        membershipOf(moulds.membership, player, nameless.has(player.username)),
      ),
    },
    players: Object.fromEntries(
      players.map(({ listedAs, snapshots }) => [
        listedAs,
        snapshots.map((snapshot) => snapshotOf(moulds.snapshot, snapshot)).reverse(),
      ]),
    ),
    guild: { ...recorded.guild, ...guild },
    channels: Object.fromEntries(
      channels.map(({ id, name }) => [id, { ...channel, id, name, guild_id: guild.id }]),
    ),
    messages: Object.fromEntries(
      channels.map(({ id, messages }) => [
        id,
        messages.map((message) => messageOf(moulds.message, id, message)),
      ]),
    ),
  }
}

function membershipOf(
  mould: RecordedMembership,
  { listedAs, role, joinedAt, lastUpdated }: AnsweredPlayer,
  isNameless: boolean,
): RecordedMembership {
  const displayName = isNameless ? NO_NAME : listedAs
  return {
    ...mould,
    role,
    createdAt: joinedAt,
    player: { ...mould.player, username: displayName.toLowerCase(), displayName, updatedAt: lastUpdated },
  }
}

function snapshotOf(
  mould: RecordedSnapshot,
  { timestamp, experience, ehp, ehb, bosses }: AnsweredSnapshot,
): RecordedSnapshot {
  const { data } = mould
  return {
    ...mould,
    createdAt: timestamp,
    data: {
      ...data,
      skills: { ...data.skills, overall: { ...data.skills.overall, experience } },
      bosses: Object.fromEntries(
        bosses.map(({ name, kills, rank }) => [name, { ...mouldOf(data.bosses, name), kills, rank }]),
      ),
      computed: {
        ...data.computed,
        ehp: { ...data.computed.ehp, value: ehp },
        ehb: { ...data.computed.ehb, value: ehb },
      },
    },
  }
}

function mouldOf<T>(recorded: Readonly<Record<string, T>>, name: string): T & { readonly metric: string } {
  return { ...first(Object.values(recorded)), metric: name }
}

function messageOf(
  mould: RecordedMessage,
  channel: string,
  { id, authorId, authorName, hasGlobalName, content, timestamp }: AnsweredMessage,
): RecordedMessage {
  return {
    ...mould,
    id,
    channel_id: channel,
    content,
    timestamp,
    author: {
      ...mould.author,
      id: authorId,
      ...(hasGlobalName
        ? { username: `account_of_${authorId}`, global_name: authorName }
        : { username: authorName, global_name: null }),
    },
  }
}

/** @throws RangeError when nothing of this kind was recorded. */
function first<T>(recorded: readonly T[]): T {
  const [one] = recorded
  if (one === undefined) throw new RangeError('fixtures/harvest/ has no response of some kind')
  return one
}
