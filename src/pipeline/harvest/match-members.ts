import { normaliseUsername } from '../usernames.ts'
import type { HarvestFailure } from './harvest-result.ts'
import type { ListedMember } from './sources/clan-source.ts'

/** Who of the clan's list is who of those that are stored. */
export interface MatchedMembers<Stored> {
  /** In the list's order. */
  readonly members: readonly MatchedMember<Stored>[]
  /** The stored ones that no entry of the list can mean, in the order given. */
  readonly absent: readonly Stored[]
  /** How many entries name somebody. One in the spelling of an earlier one is not counted. */
  readonly listed: number
  /** Whether it is clear of every entry whom it means. */
  readonly certain: boolean
  /** The entries that were passed over, in the list's order. */
  readonly failures: readonly HarvestFailure[]
}

export interface MatchedMember<Stored> {
  readonly listed: ListedMember
  /** Null for who is new. */
  readonly stored: Stored | null
}

interface Named {
  readonly username: string
}

/**
 * Matches the clan's list with the stored members: by exact spelling first; then, of those left on both sides, those
 * whose names are one user's, where that is one listed and one stored. Where it is more, nobody can tell who is who.
 */
export function matchMembers<Stored extends Named>(
  list: readonly ListedMember[],
  stored: readonly Stored[],
): MatchedMembers<Stored> {
  const spelt = new Set(list.map(({ username }) => username))
  const exact = new Map(stored.map((member) => [member.username, member]))
  // What is left on both sides once the exact spellings are gone.
  const left = byUser(stored.filter(({ username }) => !spelt.has(username)))
  const claims = byUser([...spelt].filter((name) => !exact.has(name)).map((username) => ({ username })))
  const members: MatchedMember<Stored>[] = []
  const failures: HarvestFailure[] = []
  const met = new Set<string>()
  for (const listed of list) {
    const same = exact.get(listed.username)
    const candidates = same === undefined ? ofUser(left, listed) : [same]
    const rivals = same === undefined ? ofUser(claims, listed) : [listed]
    const [one = null] = candidates
    const clear = one === null || (candidates.length === 1 && rivals.length === 1)
    if (met.has(listed.username)) failures.push(repeated(listed))
    else if (clear) members.push({ listed, stored: one })
    else failures.push(doubtful(listed, candidates))
    met.add(listed.username)
  }
  return {
    members,
    absent: stored.filter((member) => !spelt.has(member.username) && ofUser(claims, member).length === 0),
    listed: spelt.size,
    certain: members.length === spelt.size,
    failures,
  }
}

/** By what makes two names one user's. A name without letter or digit is nobody's, and not in it. */
function byUser<One extends Named>(all: readonly One[]): ReadonlyMap<string, readonly One[]> {
  const users = new Map<string, One[]>()
  for (const one of all) {
    const user = normaliseUsername(one.username)
    if (user !== '') users.set(user, [...(users.get(user) ?? []), one])
  }
  return users
}

function ofUser<One>(users: ReadonlyMap<string, readonly One[]>, { username }: Named): readonly One[] {
  return users.get(normaliseUsername(username)) ?? []
}

function repeated({ username }: Named): HarvestFailure {
  const reason = 'the list names this member twice; the first entry counts'
  return { source: 'clan', of: username, kind: 'unreadable', reason }
}

function doubtful({ username }: Named, candidates: readonly Named[]): HarvestFailure {
  const names = candidates.map((candidate) => `"${candidate.username}"`).join(' and ')
  const reason = `several members are called so, and nobody can tell which is meant; stored is ${names}`
  return { source: 'clan', of: username, kind: 'no name', reason }
}
