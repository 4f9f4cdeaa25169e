import fc from 'fast-check'

/** A spelling, and the id of the member of `clanOf` whom it means; null for a player who left. */
export interface SpelledName {
  readonly member: number | null
  readonly name: string
}

/** Spellings that normalise like these members' names, or like that of somebody who left. */
export function spelledNames(members: readonly string[]): fc.Arbitrary<SpelledName> {
  return fc
    .tuple(fc.nat(members.length), fc.constantFrom('', ' ', '_', '\u00a0'), fc.boolean())
    .map(([at, space, upper]) => {
      const name = `${members[at] ?? 'Gone'}${space}`
      return { member: at < members.length ? at + 1 : null, name: upper ? name.toUpperCase() : name }
    })
}
