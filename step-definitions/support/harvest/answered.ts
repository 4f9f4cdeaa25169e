/** What the sources answer, in plain terms: recorded responses are made from it, and so are the rows to expect. */
export interface Answered {
  /** The moment of the harvest. */
  readonly now: string
  /** In the order of the clan's list. */
  readonly players: readonly AnsweredPlayer[]
  /** Members of before who are not in the list. */
  readonly leavers: readonly string[]
  readonly guild: { readonly id: string; readonly name: string }
  readonly channels: readonly AnsweredChannel[]
}

/** Moments as the API writes them: `2025-12-23T06:00:00.000Z`. */
export interface AnsweredPlayer {
  /** As it is stored, or will be. */
  readonly username: string
  /** As the list spells it today. */
  readonly listedAs: string
  /** Nobody of before. */
  readonly joins: boolean
  /** Null is what the list does not know. */
  readonly role: string | null
  readonly joinedAt: string | null
  readonly lastUpdated: string
  /** Oldest first. */
  readonly snapshots: readonly AnsweredSnapshot[]
}

export interface AnsweredSnapshot {
  readonly timestamp: string
  /** The first of its day: the others are not to be stored. */
  readonly firstOfDay: boolean
  /** -1 is unranked, here and below. */
  readonly experience: number
  readonly ehp: number
  readonly ehb: number
  readonly bosses: readonly { readonly name: string; readonly kills: number; readonly rank: number }[]
}

export interface AnsweredChannel {
  readonly id: string
  readonly name: string
  /** Oldest first. */
  readonly messages: readonly AnsweredMessage[]
}

export interface AnsweredMessage {
  readonly id: string
  readonly authorId: string
  readonly authorName: string
  /** Whether it is a name for others to see, or the one that the account logs in by. */
  readonly hasGlobalName: boolean
  readonly content: string
  /** To the microsecond: `2025-12-23T06:00:00.123456+00:00`. */
  readonly timestamp: string
}
