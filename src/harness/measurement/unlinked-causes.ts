import type { LinkGroup } from '../observation/observe-link-groups.ts'
import { formatCount } from '../vocabulary/format.ts'
import { faults } from './faults.ts'
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
] as const

/** Why a row has no parent. */
export type Cause = (typeof CAUSES)[number]

/** Whom an unlinked row's name can belong to. */
export interface KnownNames {
  readonly members: readonly string[]
  /** Everybody who ever was a member, those of today included. */
  readonly everMembers: readonly string[]
  readonly bots: readonly string[]
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
 * Sorts unlinked rows by cause. A row whose name means a member, exactly, ignoring case or spelled otherwise, ought to
 * have a link and is unexplained: "not in the clan" is said only of names that no member's name comes near.
 */
export function unlinkedCauses(link: string, groups: readonly LinkGroup[], known: KnownNames): UnlinkedRows {
  const explain = explanation(known)
  const rows: Record<Cause, number> = {
    'member left': 0,
    bot: 0,
    'deleted account': 0,
    'not in the clan': 0,
    ambiguous: 0,
    'no name': 0,
  }
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
      population: rowsOf(unlinked),
      count: rowsOf(unexplained),
      witnesses: unexplained.map((group) => ({
        where: `${link} of ${quoted(group.key)}`,
        what: `${formatCount(group.rows)} rows have no link, although a member goes by that name`,
      })),
      usualCause: 'The fill missed rows, or people are called otherwise there than in the member list.',
    }),
  }
}

/** The first rule that applies explains the name; `unexplained` says that a member goes by it. */
function explanation({ members, everMembers, bots }: KnownNames): (name: string | null) => Cause | undefined {
  const sharing = count(members.map(caseless))
  const exact = new Set(members)
  const plain = new Set(members.map(plainName).filter((name) => name !== ''))
  const botForms = new Set(bots.map(caseless))
  const everForms = new Set(everMembers.map(caseless))
  const rules: readonly (readonly [(name: string, form: string) => boolean, Cause | 'unexplained'])[] = [
    [(name) => name.trim() === '', 'no name'],
    [(name, form) => (sharing.get(form) ?? 0) > 1 && !exact.has(name), 'ambiguous'],
    [(_, form) => sharing.has(form), 'unexplained'],
    [(_, form) => botForms.has(form), 'bot'],
    [(name) => DELETED_ACCOUNT.test(name), 'deleted account'],
    [(name) => plain.has(plainName(name)), 'unexplained'],
    [(_, form) => everForms.has(form), 'member left'],
  ]
  return (name) => {
    if (name === null) return 'no name'
    const form = caseless(name)
    const cause = rules.find(([applies]) => applies(name, form))?.[1] ?? 'not in the clan'
    return cause === 'unexplained' ? undefined : cause
  }
}

function count(forms: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1)
  return counts
}
