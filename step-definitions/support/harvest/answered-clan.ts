import { normaliseUsername } from '../../../src/pipeline/usernames.ts'
import type { Answered } from './answered.ts'
import { answeredChannels } from './answered-channels.ts'
import { answeredPlayers } from './answered-players.ts'
import type { ClanFacts, StoredMember } from './clan-facts.ts'
import { type Leaving, leaversOf } from './leaving.ts'

const DAY = 86_400_000
/** After the beginning of the day that follows the newest snapshot. */
const HARVEST = 1.5 * DAY

/** What sources answer that know the clan of a database: it goes on living for two days. */
export function answeredClan(facts: ClanFacts, leaving: Leaving): Answered {
  const nextDay = Date.parse(`${facts.newestSnapshot.slice(0, 10)}T00:00:00Z`) + DAY
  const joining = joiningNames(facts)
  const leavers = everyNth(twinFirst(facts.members), leaversOf(leaving, facts.members.length, joining.length))
  const staying = facts.members.filter((member) => !leavers.includes(member))
  const players = answeredPlayers(staying, joining, nextDay)
  return {
    now: new Date(nextDay + HARVEST).toISOString(),
    players,
    leavers: leavers.map(({ username }) => username),
    guild: { id: facts.channel.guildId, name: 'The Clan' },
    channels: answeredChannels(facts, players, nextDay),
  }
}

/**
 * Somebody new, somebody who comes back, somebody who has written before, and as many more as it takes for a fifth of the
 * clan to be a whole number: on that very boundary a limit is tested.
 */
function joiningNames({ members, formerMember, outsider }: ClanFacts): readonly string[] {
  const taken = new Set(members.map(({ username }) => normaliseUsername(username)))
  const names = [newcomer(taken), formerMember, outsider].filter((name) => name !== null)
  while ((members.length + names.length) % 5 !== 0) names.push(newcomer(taken))
  return names
}

function newcomer(taken: Set<string>): string {
  let number = 1
  while (taken.has(normaliseUsername(`Newcomer ${number}`))) number += 1
  taken.add(normaliseUsername(`Newcomer ${number}`))
  return `Newcomer ${number}`
}

/** One of two whose names differ by case comes first: when such a one leaves, the other's messages are not ambiguous any more. */
function twinFirst(members: readonly StoredMember[]): readonly StoredMember[] {
  const lower = members.map(({ username }) => username.toLowerCase())
  const twin = members.find((_, at) => lower.indexOf(lower[at] ?? '') !== lower.lastIndexOf(lower[at] ?? ''))
  return twin === undefined ? members : [twin, ...members.filter((member) => member !== twin)]
}

/** So many of them, spread over all, from the first on. */
function everyNth<T>(all: readonly T[], count: number): readonly T[] {
  return Array.from({ length: count }, (_, at) => all[Math.floor((at * all.length) / count)]).filter(
    (one) => one !== undefined,
  )
}
