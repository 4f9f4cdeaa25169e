import { foldCase } from './fold-case.ts'

/** A member as far as linking is concerned. */
export interface LinkableMember<Id> {
  readonly id: Id
  readonly username: string
}

/** Whose messages belong to which member, by the author's name as the message has it. */
export interface AuthorLinks<Id> {
  /** Author's name to the member's id. */
  readonly linked: ReadonlyMap<string, Id>
  /** Names that mean several members at once, in the order given. */
  readonly ambiguous: readonly string[]
}

/**
 * Links author names to members: equal when case is ignored, by Unicode's rules; names are compared as they are stored.
 * Where several members' names differ by case only, the author's exact spelling decides, and without an exact one the
 * name is ambiguous and stays unlinked. A name that appears in neither result belongs to no member.
 *
 * This is the whole rule: the migration that links what is there and the harvest that links what comes in both use it.
 */
export function linkAuthors<Id>(
  members: readonly LinkableMember<Id>[],
  authors: Iterable<string>,
): AuthorLinks<Id> {
  const byFoldedName = groupByFoldedName(members)
  const linked = new Map<string, Id>()
  const ambiguous = new Set<string>()
  for (const author of authors) {
    const candidates = byFoldedName.get(foldCase(author)) ?? []
    const member = candidates.length > 1 ? exactly(author, candidates) : candidates[0]
    if (member !== undefined) linked.set(author, member.id)
    else if (candidates.length > 1) ambiguous.add(author)
  }
  return { linked, ambiguous: [...ambiguous] }
}

function groupByFoldedName<Id>(members: readonly LinkableMember<Id>[]): Map<string, LinkableMember<Id>[]> {
  const groups = new Map<string, LinkableMember<Id>[]>()
  for (const member of members) {
    const name = foldCase(member.username)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [member])
    else group.push(member)
  }
  return groups
}

function exactly<Id>(
  author: string,
  candidates: readonly LinkableMember<Id>[],
): LinkableMember<Id> | undefined {
  return candidates.find((candidate) => candidate.username === author)
}
