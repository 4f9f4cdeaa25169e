import type { Moment } from '../../schema/values/moment.ts'

/** A member as the activity report names it. */
export interface ReportMember<Key> {
  /**
   * What the family of analytics knows the member by. Null: the family cannot tell this member from others, so what
   * it did is not known.
   */
  readonly key: Key | null
  /** As the game writes it. */
  readonly name: string
  /** The role in the clan. */
  readonly rank: string | null
  readonly joinedAt: Moment | null
}
