import { formatCount } from '../vocabulary/format.ts'
import type { UnmatchedName } from '../vocabulary/unmatched.ts'

/** A name's row in words; the same in every report. */
export interface UnmatchedNameText {
  readonly name: string
  readonly rows: string
  readonly firstSeen: string
  readonly lastSeen: string
  readonly nearest: string
  readonly known: string
}

const NOTHING = '–'

export function unmatchedNameText(unmatched: UnmatchedName): UnmatchedNameText {
  const { name, rows, firstSeen, lastSeen, nearest } = unmatched
  return {
    name: quoted(name),
    rows: formatCount(rows),
    firstSeen: firstSeen ?? NOTHING,
    lastSeen: lastSeen ?? NOTHING,
    nearest: nearest === null ? NOTHING : `${quoted(nearest.name)}, ${edits(nearest.distance)}`,
    known: knownText(unmatched),
  }
}

/** Quotes tell a name from none, and show where it begins and ends. */
function quoted(name: string | null): string {
  return name === null ? 'no name' : `"${name}"`
}

function edits(distance: number): string {
  if (distance === 0) return 'the same letters'
  return `${formatCount(distance)} ${distance === 1 ? 'edit' : 'edits'}`
}

function knownText({ known, member }: UnmatchedName): string {
  switch (known) {
    case 'exactly':
      return 'is a member, by that name'
    case 'ignoring case':
      return `is the member ${quoted(member)}, in another case`
    case 'normalised':
      return `is the member ${quoted(member)}, normalised`
    case 'alias':
      return `is the member ${quoted(member)}, by the alias map`
    case 'skip':
      return 'is nobody, by the alias map'
    case null:
      return NOTHING
  }
}
