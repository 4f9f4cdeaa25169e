import type { LinkGroup } from '../observation/observe-link-groups.ts'
import { type Aliases, NO_ALIASES } from '../vocabulary/aliases.ts'
import { formatCount } from '../vocabulary/format.ts'
import { faults } from './faults.ts'
import { type FoundMember, memberFinder } from './find-member.ts'
import { quoted, rowsOf } from './match-rate.ts'
import type { Measurement } from './measurement.ts'
import { caseless, plainName } from './same-name.ts'

export const CAUSES = [
  'member left',
  'bot',
  'deleted account',
  'not in the clan',
  'ambiguous',
  'no name',
  'spelled otherwise',
  'known by another name',
  'known to be nobody',
] as const

/** Why a row has no parent. */
export type Cause = (typeof CAUSES)[number]

/** Whom an unlinked row's name can belong to. */
export interface KnownNames {
  readonly members: readonly string[]
  /** Everybody who ever was a member, those of today included. */
  readonly everMembers: readonly string[]
  readonly bots: readonly string[]
  /** What people know of other names; nothing where it is left out. */
  readonly aliases?: Aliases
}

/** Unlinked rows by cause, and those that no cause explains. */
export interface UnlinkedRows {
  readonly link: string
  readonly rows: Readonly<Record<Cause, number>>
  readonly unexplained: Measurement
}

/** What Discord calls an account that was deleted. */
const DELETED_ACCOUNT = /^deleted[ _]user([ _]\w+)?$/i

/**
 * Sorts unlinked rows by cause. A row whose name means a member, exactly or ignoring case, ought to have a link and is
 * unexplained. What would mean one only when normalised, or by the alias map, links do not go by: that is a cause, and
 * "not in the clan" is said only of names that no member's name comes near.
 */
export function unlinkedCauses(link: string, groups: readonly LinkGroup[], known: KnownNames): UnlinkedRows {
  const explain = explanation(known)
  const rows = Object.fromEntries(CAUSES.map((cause) => [cause, 0])) as Record<Cause, number>
  const unexplained: LinkGroup[] = []
  const unlinked = groups.filter((group) => group.link === null)
  for (const group of unlinked) {
    const cause = explain(group.key)
    if (cause === undefined) unexplained.push(group)
    else rows[cause] += group.rows
  }
  return {
    link,
    rows,
    unexplained: faults({
      subject: link,
      // Where every row has its link there is nothing to explain, and that was looked at.
      population: rowsOf(groups),
      count: rowsOf(unexplained),
      witnesses: unexplained.map((group) => ({
        where: `${link} of ${quoted(group.key)}`,
        what: `${formatCount(group.rows)} rows have no link, although a member goes by that name`,
      })),
      usualCause: 'The fill missed rows, or somebody has written rows since without their link.',
    }),
  }
}

/** What is told by a name is told by the first rule that applies; undefined says that a member goes by it. */
function explanation({
  members,
  everMembers,
  bots,
  aliases = NO_ALIASES,
}: KnownNames): (name: string | null) => Cause | undefined {
  const find = memberFinder(members, aliases)
  const folded = new Set(members.map(caseless))
  const plain = new Set(members.map(plainName).filter((name) => name !== ''))
  const botForms = new Set(bots.map(caseless))
  const everForms = new Set(everMembers.map(caseless))
  const rules: readonly (readonly [(name: Name) => boolean, Cause | 'unexplained'])[] = [
    [({ name }) => name.trim() === '', 'no name'],
    [({ found }) => found?.by === 'exactly' || found?.by === 'ignoring case', 'unexplained'],
    // Members have this form, and it means none of them: several share it.
    [({ form }) => folded.has(form), 'ambiguous'],
    [({ form }) => botForms.has(form), 'bot'],
    [({ name }) => DELETED_ACCOUNT.test(name), 'deleted account'],
    [({ found }) => found?.by === 'skip', 'known to be nobody'],
    [({ found }) => found?.by === 'normalised', 'spelled otherwise'],
    [({ found }) => found?.by === 'alias', 'known by another name'],
    [({ name }) => plain.has(plainName(name)), 'ambiguous'],
    [({ form }) => everForms.has(form), 'member left'],
  ]
  return (name) => {
    if (name === null) return 'no name'
    const asked = { name, form: caseless(name), found: find(name) }
    const cause = rules.find(([applies]) => applies(asked))?.[1] ?? 'not in the clan'
    return cause === 'unexplained' ? undefined : cause
  }
}

interface Name {
  readonly name: string
  readonly form: string
  readonly found: FoundMember | undefined
}
