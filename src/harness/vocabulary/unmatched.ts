/**
 * What comparison gives a name its member, from the strictest to the most generous, or that people know the name to
 * belong to none.
 */
export type KnownBy = 'exactly' | 'ignoring case' | 'normalised' | 'alias' | 'skip'

/** An author or a user with rows that have no link, as a person has to see them to decide. */
export interface UnmatchedName {
  /** As it is stored; null for rows without a name. */
  readonly name: string | null
  /** Of these rows, those without a link; so are the moments. */
  readonly rows: number
  /** As the column of the moment holds them; null where it holds none. */
  readonly firstSeen: string | null
  readonly lastSeen: string | null
  /** The member whose name is the fewest edits away, both normalised; null where there is no member or no name. */
  readonly nearest: { readonly name: string; readonly distance: number } | null
  /** What would give these rows a member, or says that there is none; null where nothing is known. */
  readonly known: KnownBy | null
  /** The member whom it means by what is known; null where it means none. */
  readonly member: string | null
}

/**
 * The rows of a link, and how many of them would find a member if names were compared more and more generously. Each of the
 * four includes the ones before it.
 */
export interface UnmatchedRows {
  /** `discord_messages.user_id`. */
  readonly link: string
  /** All rows of the table. */
  readonly rows: number
  /** Rows that have the link. */
  readonly linked: number
  readonly exactly: number
  readonly ignoringCase: number
  readonly normalised: number
  readonly withAliases: number
  /** Rows of names of which the alias map says that they belong to no member. */
  readonly skipped: number
  /** Names with rows that have no link, most rows first; the first hundred. */
  readonly names: readonly UnmatchedName[]
  /** How many there are in all. */
  readonly nameCount: number
}
