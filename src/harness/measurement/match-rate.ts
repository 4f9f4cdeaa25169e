import type { LinkGroup } from '../observation/observe-link-groups.ts'
import { formatCount } from '../vocabulary/format.ts'
import { SHOWN_WITNESSES } from './faults.ts'
import type { Measurement } from './measurement.ts'

/** How many rows are linked, out of all rows that could be. */
export function matchRate(link: string, groups: readonly LinkGroup[]): Measurement {
  const population = rowsOf(groups)
  const unlinked = groups.filter((group) => group.link === null)
  const missing = rowsOf(unlinked)
  return {
    subject: link,
    unit: 'share',
    value: population - missing,
    population,
    witnesses: [...unlinked]
      .sort((a, b) => b.rows - a.rows)
      .slice(0, SHOWN_WITNESSES)
      .map(({ key, rows }) => ({
        where: key === null ? link : `${link} of ${quoted(key)}`,
        what: `${formatCount(rows)} rows without a match`,
      })),
    witnessCount: unlinked.length,
    usualCause:
      'Names were compared without ignoring case, a member list is out of date, or nothing was filled.',
  }
}

export function rowsOf(groups: readonly LinkGroup[]): number {
  return groups.reduce((sum, { rows }) => sum + rows, 0)
}

export function quoted(text: string | null): string {
  return text === null ? 'NULL' : JSON.stringify(text)
}
