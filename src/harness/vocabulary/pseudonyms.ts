/** What names are called where they must not be told: `name 1`, `member 2`; the same name always the same. */
export class Pseudonyms {
  readonly #names = new Map<string, string>()
  readonly #members = new Map<string, string>()

  /** Somebody who may be a member or not. */
  name(name: string): string {
    return called('name', name, this.#names)
  }

  member(name: string): string {
    return called('member', name, this.#members)
  }
}

function called(kind: string, name: string, known: Map<string, string>): string {
  const pseudonym = known.get(name) ?? `${kind} ${known.size + 1}`
  known.set(name, pseudonym)
  return pseudonym
}
