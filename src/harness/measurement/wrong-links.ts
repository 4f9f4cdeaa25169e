import type { LinkGroup } from '../observation/observe-link-groups.ts'
import { formatCount } from '../vocabulary/format.ts'
import { faults } from './faults.ts'
import { quoted, rowsOf } from './match-rate.ts'
import type { Measurement } from './measurement.ts'
import { caseless } from './same-name.ts'

/** By which rule a row's key names its parent. */
export type LinkRule = 'exactly' | 'ignoring case'

/** A row that can be linked to. */
export interface Parent {
  readonly id: string | null
  readonly name: string | null
}

/**
 * Derives every link once more and counts the rows whose link is another one: to the wrong parent, to none although
 * there is one, or to some although there is none.
 */
export function wrongLinks(
  link: string,
  groups: readonly LinkGroup[],
  parents: readonly Parent[],
  rule: LinkRule,
): Measurement {
  const expected = derivation(parents, rule)
  const wrong = groups.filter(({ key, link: found }) => found !== expected(key))
  return faults({
    subject: link,
    population: rowsOf(groups),
    count: rowsOf(wrong),
    witnesses: wrong.map(({ key, link: found, rows }) => ({
      where: `${link} of ${quoted(key)}`,
      what: `${formatCount(rows)} rows are linked to ${found ?? 'nobody'}; the rule gives ${expected(key) ?? 'nobody'}`,
    })),
    usualCause:
      'A fill without its WHERE, a comparison that does not fold case as Unicode does, or shifted ids.',
  })
}

/** The id that a key is linked to by the rule, or null where no parent, or more than one, is meant by it. */
function derivation(parents: readonly Parent[], rule: LinkRule): (key: string | null) => string | null {
  const exact = candidates(parents, (name) => name)
  const folded = rule === 'exactly' ? exact : candidates(parents, caseless)
  const known = new Map<string, string | null>()
  return (key) => {
    if (key === null) return null
    let id = known.get(key)
    if (id === undefined) {
      id = only(exact.get(key)) ?? (rule === 'exactly' ? null : only(folded.get(caseless(key))))
      known.set(key, id)
    }
    return id
  }
}

/** Which ids go by which form of a name. */
function candidates(
  parents: readonly Parent[],
  form: (name: string) => string,
): ReadonlyMap<string, readonly string[]> {
  const byForm = new Map<string, string[]>()
  for (const { id, name } of parents) {
    if (id === null || name === null) continue
    const key = form(name)
    const ids = byForm.get(key)
    if (ids) ids.push(id)
    else byForm.set(key, [id])
  }
  return byForm
}

function only(ids: readonly string[] | undefined): string | null {
  return ids?.length === 1 ? (ids[0] ?? null) : null
}
