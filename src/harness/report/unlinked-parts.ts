import type { UnlinkedPart } from '../chart/link-bar.ts'
import type { UnmatchedName, UnmatchedRows } from '../vocabulary/unmatched.ts'

/**
 * Rows without a link by what is known of them. Where all their names are listed, each says for itself; of more names than
 * that, a comparison is credited with the rows by which it finds more than are linked.
 */
export function unlinkedParts(unmatched: UnmatchedRows): readonly UnlinkedPart[] {
  const { rows, linked, names, nameCount } = unmatched
  const parts = names.length === nameCount ? partsByName(names) : partsByLevel(unmatched)
  const explained = parts.reduce((sum, part) => sum + part.rows, 0)
  const rest = rows - linked - explained
  return [...parts, { cause: 'nothing known' as const, rows: rest }].filter((part) => part.rows > 0)
}

function partsByName(names: readonly UnmatchedName[]): readonly UnlinkedPart[] {
  const rowsOf = (known: UnmatchedName['known']) =>
    names.filter((name) => name.known === known).reduce((sum, { rows }) => sum + rows, 0)
  return [
    { cause: 'match exactly', rows: rowsOf('exactly') },
    { cause: 'match ignoring case', rows: rowsOf('ignoring case') },
    { cause: 'match normalised', rows: rowsOf('normalised') },
    { cause: 'match by alias', rows: rowsOf('alias') },
    { cause: 'known to be nobody', rows: rowsOf('skip') },
  ]
}

function partsByLevel(unmatched: UnmatchedRows): readonly UnlinkedPart[] {
  const { rows, exactly, ignoringCase, normalised, withAliases, skipped } = unmatched
  let explained = unmatched.linked
  const upTo = (level: number) => {
    const more = Math.max(0, Math.min(level, rows) - explained)
    explained += more
    return more
  }
  return [
    { cause: 'match exactly', rows: upTo(exactly) },
    { cause: 'match ignoring case', rows: upTo(ignoringCase) },
    { cause: 'match normalised', rows: upTo(normalised) },
    { cause: 'match by alias', rows: upTo(withAliases) },
    { cause: 'known to be nobody', rows: upTo(explained + skipped) },
  ]
}
