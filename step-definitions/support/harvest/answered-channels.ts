import type { AnsweredChannel, AnsweredMessage, AnsweredPlayer } from './answered.ts'
import type { ClanFacts } from './clan-facts.ts'

/** More than Discord gives in one page. */
const MESSAGES_OF_KNOWN_CHANNEL = 130
const MESSAGES_OF_NEW_CHANNEL = 25

/** A channel that has messages already, and a new one, with messages of both days. */
export function answeredChannels(
  facts: ClanFacts,
  players: readonly AnsweredPlayer[],
  nextDay: number,
): readonly AnsweredChannel[] {
  const { channel } = facts
  const messages = Array.from({ length: MESSAGES_OF_KNOWN_CHANNEL + MESSAGES_OF_NEW_CHANNEL }, (_, at) =>
    messageAt(at, facts, players, nextDay),
  )
  return [
    { id: channel.id, name: 'general', messages: messages.slice(0, MESSAGES_OF_KNOWN_CHANNEL) },
    {
      id: String(BigInt(channel.id) + 1n),
      name: 'new-channel',
      messages: messages.slice(MESSAGES_OF_KNOWN_CHANNEL),
    },
  ]
}

function messageAt(
  at: number,
  { newestMessage, bot, outsider }: ClanFacts,
  players: readonly AnsweredPlayer[],
  nextDay: number,
): AnsweredMessage {
  const player = players[at % Math.max(1, players.length)]?.username
  const minute = new Date(nextDay + at * 60_000).toISOString().slice(0, -1)
  return {
    // Ids grow with time; whoever writes at the same millisecond is told apart by their lowest bits.
    id: String(BigInt(newestMessage) + (BigInt(at + 1) << 22n)),
    authorId: String(900_000_000_000_000_000n + BigInt(at)),
    authorName: authorName(at, player, [bot, outsider ?? 'Somebody else']),
    // Some accounts have a name for logging in, and no other.
    hasGlobalName: at % 7 !== 5,
    content: `message ${at}: gz 🎉 'quoted'`,
    timestamp: `${minute}${String(at % 1000).padStart(3, '0')}+00:00`,
  }
}

/** Of ten messages eight are by members, some of these in another case. */
function authorName(at: number, player: string | undefined, [bot, outsider]: [string, string]): string {
  if (at % 10 === 8 || player === undefined) return bot
  if (at % 10 === 9) return outsider
  return at % 4 === 3 ? player.toUpperCase() : player
}
