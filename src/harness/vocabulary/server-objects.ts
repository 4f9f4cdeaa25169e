/** What one role may do with a table, or with one column of it. */
export interface Privilege {
  /** `public` for everybody. */
  readonly role: string
  /** `SELECT`, `INSERT`, … */
  readonly right: string
  /** Null for the whole table. */
  readonly column: string | null
  /** Whether the role may grant it to others. */
  readonly grantable: boolean
}

/** A rule of row-level security. */
export interface Policy {
  readonly name: string
  readonly permissive: boolean
  readonly command: string
  readonly roles: readonly string[]
  /** Conditions, normalised, or null. */
  readonly using: string | null
  readonly check: string | null
}

/** A sequence as an object of the schema. Numbers are exact text. */
export interface SequenceObject {
  readonly name: string
  readonly type: string
  readonly start: string
  readonly increment: string
  readonly least: string
  readonly most: string
  readonly cycle: boolean
  /** The column that it belongs to, as `clan_members.id`, and goes with; null for none. */
  readonly owner: string | null
}
