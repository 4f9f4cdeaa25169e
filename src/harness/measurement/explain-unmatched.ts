import type { NameRows } from '../observation/observe-name-rows.ts'
import type { Aliases } from '../vocabulary/aliases.ts'
import type { KnownBy, UnmatchedName, UnmatchedRows } from '../vocabulary/unmatched.ts'
import { memberFinder } from './find-member.ts'
import { nearestMember } from './nearest-member.ts'

/** How many names a record carries. */
const MOST_NAMES = 100

/**
 * Counts the rows whose names would find a member, whether they have the link or not, and lists the names without one.
 * @param link what it is called: `discord_messages.user_id`
 * @param members everybody who can be linked to; who has no name cannot be
 */
export function explainUnmatched(
  link: string,
  nameRows: readonly NameRows[],
  members: readonly (string | null)[],
  aliases: Aliases,
): UnmatchedRows {
  const named = members.filter((name) => name !== null)
  const find = memberFinder(named, aliases)
  const rowsBy: Record<KnownBy, number> = {
    ...{ exactly: 0, 'ignoring case': 0, normalised: 0, alias: 0, skip: 0 },
  }
  for (const { name, rows } of nameRows) {
    const by = find(name)?.by
    if (by !== undefined) rowsBy[by] += rows
  }
  const exactly = rowsBy.exactly
  const ignoringCase = exactly + rowsBy['ignoring case']
  const normalised = ignoringCase + rowsBy.normalised
  const rows = sumOf(nameRows, (group) => group.rows)
  const unlinked = nameRows.filter((group) => group.unlinked > 0).sort(mostUnlinkedFirst)
  const nearest = nearestMember(named)
  return {
    link,
    rows,
    linked: rows - sumOf(nameRows, (group) => group.unlinked),
    exactly,
    ignoringCase,
    normalised,
    withAliases: normalised + rowsBy.alias,
    skipped: rowsBy.skip,
    names: unlinked
      .slice(0, MOST_NAMES)
      .map(({ name, unlinked: count, firstSeen, lastSeen }): UnmatchedName => {
        const found = find(name)
        return {
          ...{ name, rows: count, firstSeen, lastSeen },
          nearest: nearest(name),
          known: found?.by ?? null,
          member: found?.member ?? null,
        }
      }),
    nameCount: unlinked.length,
  }
}

/** Of as many rows, by the alphabet; rows without a name come first. */
function mostUnlinkedFirst(a: NameRows, b: NameRows): number {
  return b.unlinked - a.unlinked || ((a.name ?? '') < (b.name ?? '') || a.name === null ? -1 : 1)
}

function sumOf(groups: readonly NameRows[], count: (group: NameRows) => number): number {
  return groups.reduce((sum, group) => sum + count(group), 0)
}
