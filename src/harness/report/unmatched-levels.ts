import { formatCount, formatRate } from '../vocabulary/format.ts'
import type { UnmatchedRows } from '../vocabulary/unmatched.ts'

/** A count of a link's rows, in words and figures. */
export interface UnmatchedLevel {
  readonly label: string
  readonly rows: string
  /** Of all rows of the table; absent where it has none. */
  readonly rate?: string
}

/** How many rows have the link, and how many would find a member by each comparison of names. */
export function unmatchedLevels(unmatched: UnmatchedRows): readonly UnmatchedLevel[] {
  const level = (label: string, rows: number): UnmatchedLevel => ({
    label,
    rows: formatCount(rows),
    ...(unmatched.rows === 0 ? {} : { rate: formatRate(rows / unmatched.rows) }),
  })
  return [
    level('rows', unmatched.rows),
    level('linked', unmatched.linked),
    level('exactly', unmatched.exactly),
    level('ignoring case', unmatched.ignoringCase),
    level('normalised', unmatched.normalised),
    level('with aliases', unmatched.withAliases),
    ...(unmatched.skipped === 0 ? [] : [level('known to be nobody', unmatched.skipped)]),
  ]
}
