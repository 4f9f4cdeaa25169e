import { normaliseUsername } from '../../usernames.ts'

/**
 * What a stored name means: the normalised name of a member, or null. Each spelling is normalised once, however many
 * rows have it.
 */
export function memberNames(members: ReadonlyMap<string, unknown>): (spelling: unknown) => string | null {
  const known = new Map<unknown, string | null>()
  return (spelling) => {
    const before = known.get(spelling)
    if (before !== undefined) return before
    const name = normaliseUsername(spelling)
    const member = members.has(name) ? name : null
    known.set(spelling, member)
    return member
  }
}
