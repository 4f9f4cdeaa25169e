import type { Pseudonyms } from '../vocabulary/pseudonyms.ts'
import type { UnmatchedName, UnmatchedRows } from '../vocabulary/unmatched.ts'

/** Rows without a link, explained, without the names of people. Counts, distances and moments stay. */
export function anonymousUnmatched(unmatched: UnmatchedRows, pseudonyms: Pseudonyms): UnmatchedRows {
  return { ...unmatched, names: unmatched.names.map((name) => anonymousName(name, pseudonyms)) }
}

/** No name, and an empty one, are nobody's. */
function anonymousName(unmatched: UnmatchedName, pseudonyms: Pseudonyms): UnmatchedName {
  const { name, nearest, member } = unmatched
  return {
    ...unmatched,
    name: name === null || name === '' ? name : pseudonyms.name(name),
    nearest: nearest && { ...nearest, name: pseudonyms.member(nearest.name) },
    member: member === null ? null : pseudonyms.member(member),
  }
}
