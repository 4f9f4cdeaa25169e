import type { Aliases } from '../vocabulary/aliases.ts'
import type { KnownBy } from '../vocabulary/unmatched.ts'
import { caseless, plainName } from './same-name.ts'

/** What a name is known by, and the member whom it means; for `skip`, none. */
export type FoundMember =
  | { readonly by: Exclude<KnownBy, 'skip'>; readonly member: string }
  | { readonly by: 'skip'; readonly member: null }

/**
 * Finds the member whom a name means, by the strictest comparison that finds one, as links do: where several members
 * have the form that is compared, it means none of them by it. That somebody is no member is known better than what a
 * normalised name suggests, but not than a name that links go by. Asked for the same name again, it remembers.
 */
export function memberFinder(
  members: readonly string[],
  aliases: Aliases,
): (name: string | null) => FoundMember | undefined {
  const exact = soleMembers(members, (name) => name)
  const folded = soleMembers(members, caseless)
  const plain = soleMembers(members, plainName)
  const nobody = new Set(aliases.skip.map(aliasForm))
  const meant = (name: string) => exact.get(name) ?? folded.get(caseless(name)) ?? plain.get(plainName(name))
  const others = otherNames(aliases, meant)

  function find(name: string): FoundMember | undefined {
    return (
      found('exactly', exact.get(name)) ??
      found('ignoring case', folded.get(caseless(name))) ??
      (nobody.has(aliasForm(name)) ? ({ by: 'skip', member: null } as const) : undefined) ??
      found('normalised', plain.get(plainName(name))) ??
      found('alias', others.get(aliasForm(name)))
    )
  }

  const known = new Map<string, FoundMember | undefined>()
  return (name) => {
    if (name === null) return undefined
    if (!known.has(name)) known.set(name, find(name))
    return known.get(name)
  }
}

function found(by: Exclude<KnownBy, 'skip'>, member: string | null | undefined): FoundMember | undefined {
  return member == null ? undefined : { by, member }
}

/** Members by a form of their names; null for a form that several have. What has no form left has no member. */
function soleMembers(
  members: readonly string[],
  form: (name: string) => string,
): ReadonlyMap<string, string | null> {
  const sole = new Map<string, string | null>()
  for (const member of members) {
    const key = form(member)
    if (key !== '') sole.set(key, sole.has(key) ? null : member)
  }
  return sole
}

/** Members by the form of their other names; null where two entries of the map disagree on whom a name means. */
function otherNames(
  { alsoKnownAs }: Aliases,
  meant: (name: string) => string | null | undefined,
): ReadonlyMap<string, string | null> {
  const others = new Map<string, string | null>()
  for (const [other, name] of alsoKnownAs) {
    const [form, member] = [aliasForm(other), meant(name) ?? null]
    const same = others.get(form)
    others.set(form, same === undefined || same === member ? member : null)
  }
  return others
}

/** How names of the alias map are compared. Of a name in signs and pictures alone nothing is left when normalised. */
function aliasForm(name: string): string {
  return plainName(name) || caseless(name.trim())
}
