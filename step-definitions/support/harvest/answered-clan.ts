import type { Answered, AnsweredChannel, AnsweredPlayer, AnsweredSnapshot } from './answered.ts'
import type { ClanFacts } from './clan-facts.ts'
import { type Leaving, leaversOf } from './leaving.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Hours after the beginning of the day that follows the newest snapshot: two of one day, and one of the next. */
const SNAPSHOT_HOURS = [6, 18, 30] as const
const HARVEST_HOUR = 36

/** More than Discord gives in one page. */
const MESSAGES_OF_KNOWN_CHANNEL = 130
const MESSAGES_OF_NEW_CHANNEL = 25

const ROLES = ['member', 'recruit', 'sergeant'] as const

/** Bosses as the API lists them, with one that is unranked and one that was never killed. */
const BOSSES = [
  { name: 'abyssal_sire', kills: 120, rank: 1000 },
  { name: 'cerberus', kills: 7, rank: -1 },
  { name: 'vorkath', kills: -1, rank: -1 },
  { name: 'zulrah', kills: 0, rank: -1 },
] as const

/** What sources answer that know the clan of a database: it goes on living for two days. */
export function answeredClan(facts: ClanFacts, leaving: Leaving): Answered {
  const nextDay = Date.parse(`${facts.newestSnapshot.slice(0, 10)}T00:00:00Z`) + DAY
  const joining = joiningNames(facts)
  const leavers = everyNth(facts.members, leaversOf(leaving, facts.members.length, joining.length))
  const staying = facts.members.filter((member) => !leavers.includes(member))
  const players = [
    ...staying.map(({ username, role, joinedAt }, at) => ({
      username,
      joins: false,
      // Every third was promoted, or has no role yet.
      role: at % 3 === 0 || role === null ? (ROLES[at % ROLES.length] ?? ROLES[0]) : role,
      joinedAt: joinedAt === null ? isoOf(nextDay - DAY) : isoOf(momentOf(joinedAt)),
      at,
    })),
    ...joining.map((username, at) => ({
      username,
      joins: true,
      role: 'recruit',
      joinedAt: isoOf(nextDay + HOUR),
      at: staying.length + at,
    })),
  ].map(
    ({ at, ...player }): AnsweredPlayer => ({
      ...player,
      lastUpdated: isoOf(nextDay + 30 * HOUR + at * 1000),
      snapshots: SNAPSHOT_HOURS.map((hours, nth) => snapshotAt(nextDay, hours, nth, at)),
    }),
  )
  return {
    now: isoOf(nextDay + HARVEST_HOUR * HOUR),
    players,
    leavers: leavers.map(({ username }) => username),
    guild: { id: facts.channel.guildId, name: 'The Clan' },
    channels: channelsOf(facts, players, nextDay),
  }
}

/** Somebody new, somebody who comes back, and somebody who has written before. */
function joiningNames({ members, formerMember, outsider }: ClanFacts): readonly string[] {
  const newcomer = `Newcomer ${members.length}`
  return [newcomer, formerMember, outsider].filter((name) => name !== null)
}

/** So many of them, spread over all. */
function everyNth<T>(all: readonly T[], count: number): readonly T[] {
  return Array.from({ length: count }, (_, at) => all[Math.floor((at * all.length) / count)]).filter(
    (one) => one !== undefined,
  )
}

function snapshotAt(nextDay: number, hours: number, nth: number, at: number): AnsweredSnapshot {
  const earlier = SNAPSHOT_HOURS.slice(0, nth).map((other) => Math.floor(other / 24))
  return {
    timestamp: isoOf(nextDay + hours * HOUR + at * 1000),
    firstOfDay: !earlier.includes(Math.floor(hours / 24)),
    experience: 3_000_000_000 + at * 1000 + nth,
    ehp: 1000 + at + 0.25,
    ehb: 100 + nth + 0.5,
    bosses: BOSSES.map(({ name, kills, rank }) => ({ name, kills: kills > 0 ? kills + nth : kills, rank })),
  }
}

function channelsOf(
  { newestMessage, channel, bot, outsider }: ClanFacts,
  players: readonly AnsweredPlayer[],
  nextDay: number,
): readonly AnsweredChannel[] {
  const strangers = [bot, outsider ?? 'Somebody else']
  const messagesFrom = (first: number, count: number) =>
    Array.from({ length: count }, (_, nth) => {
      const at = first + nth
      const player = players[at % Math.max(1, players.length)]?.username
      return {
        // Ids grow with time; whoever writes at the same millisecond is told apart by their lowest bits.
        id: String(BigInt(newestMessage) + (BigInt(at + 1) << 22n)),
        authorId: String(900_000_000_000_000_000n + BigInt(at)),
        authorName: authorName(at, player, strangers),
        content: `message ${at}: gz 🎉 'quoted'`,
        timestamp: `${isoOf(nextDay + at * 60_000).slice(0, -1)}${String(at % 1000).padStart(3, '0')}+00:00`,
      }
    })
  const known = messagesFrom(0, MESSAGES_OF_KNOWN_CHANNEL)
  return [
    { id: channel.id, name: 'general', messages: known },
    {
      id: String(BigInt(channel.id) + 1n),
      name: 'new-channel',
      messages: messagesFrom(known.length, MESSAGES_OF_NEW_CHANNEL),
    },
  ]
}

/** Of ten messages eight are by members, two of these in another case. */
function authorName(at: number, player: string | undefined, [bot = '', outsider = '']: string[]): string {
  if (at % 10 === 8 || player === undefined) return bot
  if (at % 10 === 9) return outsider
  return at % 4 === 3 ? player.toUpperCase() : player
}

function momentOf(stored: string): number {
  return Date.parse(`${stored.slice(0, 10)}T${stored.slice(11, 23)}Z`)
}

function isoOf(moment: number): string {
  return new Date(moment).toISOString()
}
