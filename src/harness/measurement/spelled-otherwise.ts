import type { NameRows } from '../observation/observe-name-rows.ts'
import type { Aliases } from '../vocabulary/aliases.ts'
import { formatCount } from '../vocabulary/format.ts'
import { SHOWN_WITNESSES } from './faults.ts'
import { memberFinder } from './find-member.ts'
import { quoted } from './match-rate.ts'
import type { Measurement } from './measurement.ts'

/**
 * Which share of all rows has no link and is one member's all the same, whose name is spelled otherwise there: it is the
 * same when normalised, or the alias map says so. The rule of a link does not go so far; people may have to.
 */
export function spelledOtherwise(
  link: string,
  nameRows: readonly NameRows[],
  members: readonly (string | null)[],
  aliases: Aliases,
): Measurement {
  const find = memberFinder(
    members.filter((name) => name !== null),
    aliases,
  )
  const otherwise = nameRows.flatMap(({ name, unlinked }) => {
    const found = unlinked === 0 ? undefined : find(name)
    return found?.by === 'normalised' || found?.by === 'alias' ? [{ name, unlinked, ...found }] : []
  })
  return {
    subject: link,
    unit: 'share',
    value: otherwise.reduce((sum, { unlinked }) => sum + unlinked, 0),
    population: nameRows.reduce((sum, { rows }) => sum + rows, 0),
    witnesses: otherwise
      .toSorted((a, b) => b.unlinked - a.unlinked)
      .slice(0, SHOWN_WITNESSES)
      .map(({ name, unlinked, by, member }) => ({
        where: `${link} of ${quoted(name)}`,
        what: `${formatCount(unlinked)} rows have no link; ${by === 'alias' ? 'by the alias map' : 'normalised'} it is the member ${quoted(member)}`,
      })),
    witnessCount: otherwise.length,
    usualCause:
      'People are spelled otherwise there than in the member list: give them their member by hand, or say in the alias map who it is not.',
  }
}
