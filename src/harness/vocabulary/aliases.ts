/** What people know of names that no comparison finds out. */
export interface Aliases {
  /** The member's name by another name that this member goes by. */
  readonly alsoKnownAs: ReadonlyMap<string, string>
  /** Names that are known to belong to no member. */
  readonly skip: readonly string[]
}

/** Nothing is known. */
export const NO_ALIASES: Aliases = { alsoKnownAs: new Map(), skip: [] }
