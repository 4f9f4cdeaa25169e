import { normaliseUsername } from '../../../src/pipeline/usernames.ts'
import type { AnsweredPlayer, AnsweredSnapshot } from './answered.ts'
import type { StoredMember } from './clan-facts.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Hours after the beginning of the next day: two of one day, and one of the day after. */
const SNAPSHOT_HOURS = [6, 18, 30] as const

/** Of the first who joins: more than Wise Old Man gives in one page. */
const DAYS_OF_NEWCOMER = 60

const ROLES = ['member', 'recruit', 'sergeant'] as const

/** Bosses as the API lists them, with one that is unranked and one that was never killed. */
const BOSSES = [
  { name: 'abyssal_sire', kills: 120, rank: 1000 },
  { name: 'cerberus', kills: 7, rank: -1 },
  { name: 'vorkath', kills: -1, rank: -1 },
  { name: 'zulrah', kills: 0, rank: -1 },
] as const

/** Those of who stays in whose answers something is special, by their place. */
const WITHOUT_ROLE = 1
const WITHOUT_JOINING = 2
const UNRANKED = 3
const WITHOUT_SNAPSHOTS = 4
/** Every so many was promoted. */
const PROMOTED = 3

/** The players of the list, in its order. @param nextDay the day after the newest snapshot */
export function answeredPlayers(
  staying: readonly StoredMember[],
  joining: readonly string[],
  nextDay: number,
): readonly AnsweredPlayer[] {
  const respelt = respellings([...staying.map(({ username }) => username), ...joining], staying.length)
  return [
    ...staying.map(
      ({ username, role, joinedAt }, at): AnsweredPlayer => ({
        username,
        listedAs: respelt.get(username) ?? username,
        joins: false,
        role: at === WITHOUT_ROLE ? null : roleOf(role, at),
        joinedAt:
          at === WITHOUT_JOINING ? null : isoOf(joinedAt === null ? nextDay - DAY : momentOf(joinedAt)),
        lastUpdated: lastUpdated(nextDay, at),
        snapshots: at === WITHOUT_SNAPSHOTS ? [] : daily(nextDay, at),
      }),
    ),
    ...joining.map((username, nth): AnsweredPlayer => {
      const at = staying.length + nth
      const days = nth === 0 ? DAYS_OF_NEWCOMER : 0
      return {
        username,
        listedAs: username,
        joins: true,
        role: 'recruit',
        joinedAt: isoOf(nextDay - days * DAY),
        lastUpdated: lastUpdated(nextDay, at),
        snapshots: [...earlier(nextDay, at, days), ...daily(nextDay, at)],
      }
    }),
  ]
}

/**
 * Two of the stored members as the list spells them today: one in capitals, one with underscores for spaces. Nobody else
 * goes by their names, so that there is no doubt who they are.
 */
function respellings(names: readonly string[], stored: number): ReadonlyMap<string, string> {
  const users = names.map(normaliseUsername)
  const clear = names.filter(
    (_, at) => at < stored && users.indexOf(users[at] ?? '') === users.lastIndexOf(users[at] ?? ''),
  )
  const respelt = new Map<string, string>()
  for (const respell of [(name: string) => name.toUpperCase(), (name: string) => name.replaceAll(' ', '_')]) {
    const name = clear.find((one) => respell(one) !== one && !respelt.has(one))
    if (name !== undefined) respelt.set(name, respell(name))
  }
  return respelt
}

function roleOf(role: string | null, at: number): string {
  return at % PROMOTED === 0 || role === null ? (ROLES[at % ROLES.length] ?? ROLES[0]) : role
}

function lastUpdated(nextDay: number, at: number): string {
  return isoOf(nextDay + 30 * HOUR + at * 1000)
}

function daily(nextDay: number, at: number): readonly AnsweredSnapshot[] {
  return SNAPSHOT_HOURS.map((hours, nth) => {
    const before = SNAPSHOT_HOURS.slice(0, nth).map((other) => Math.floor(other / 24))
    const firstOfDay = !before.includes(Math.floor(hours / 24))
    return { ...snapshotAt(nextDay + hours * HOUR + at * 1000, at, nth), firstOfDay }
  })
}

/** One a day, up to the next day. */
function earlier(nextDay: number, at: number, days: number): readonly AnsweredSnapshot[] {
  return Array.from({ length: days }, (_, nth) => snapshotAt(nextDay - (days - nth) * DAY + HOUR, at, nth))
}

function snapshotAt(moment: number, at: number, nth: number): AnsweredSnapshot {
  return {
    timestamp: isoOf(moment),
    firstOfDay: true,
    experience: at === UNRANKED ? -1 : 3_000_000_000 + at * 1000 + nth,
    ehp: 1000 + at + 0.25,
    ehb: 100 + nth + 0.5,
    bosses: BOSSES.map(({ name, kills, rank }) => ({ name, kills: kills > 0 ? kills + nth : kills, rank })),
  }
}

function momentOf(stored: string): number {
  return Date.parse(`${stored.slice(0, 10)}T${stored.slice(11, 23)}Z`)
}

function isoOf(moment: number): string {
  return new Date(moment).toISOString()
}
