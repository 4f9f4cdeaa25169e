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
  readonly username: string
  /** Nobody of before. */
  readonly joins: boolean
  readonly role: string
  readonly joinedAt: string
  readonly lastUpdated: string
  /** Oldest first. */
  readonly snapshots: readonly AnsweredSnapshot[]
}

export interface AnsweredSnapshot {
  readonly timestamp: string
  /** The first of its day: the others are not to be stored. */
  readonly firstOfDay: boolean
  readonly experience: number
  readonly ehp: number
  readonly ehb: number
  /** In hand-made figures: -1 is unranked. */
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
  readonly content: string
  /** To the microsecond: `2025-12-23T06:00:00.123456+00:00`. */
  readonly timestamp: string
}
