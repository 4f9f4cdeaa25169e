import { soleNames } from '../../src/pipeline/sole-names.ts'

/** A member by the keys of both families. */
export interface RollMember {
  readonly id: number
  /** The normalised name. */
  readonly name: string
}

/** The members of a database. */
export interface ClanRoll {
  readonly members: readonly RollMember[]
  /** Those whose normalised name is nobody else's: by username, the others are one, or none. */
  readonly comparable: readonly RollMember[]
}

export function clanRoll(members: readonly RollMember[]): ClanRoll {
  const sole = soleNames(members.map(({ name }) => name))
  return { members, comparable: members.filter(({ name }) => sole.has(name)) }
}
