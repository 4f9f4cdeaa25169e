/** What both APIs would answer about a clan. Plain data; moments are texts, as they are answered. */
export interface Recording {
  /** The details of the clan's group at Wise Old Man. */
  readonly group: RecordedGroup
  /** Snapshots by the player's name, newest first. */
  readonly players: Readonly<Record<string, readonly RecordedSnapshot[]>>
  readonly guild: RecordedGuild
  /** By id. */
  readonly channels: Readonly<Record<string, RecordedChannel>>
  /** By the channel's id, in any order. */
  readonly messages: Readonly<Record<string, readonly RecordedMessage[]>>
}

/** The fields that are read; an answer has more of them. */
interface Answered {
  readonly [further: string]: unknown
}

export interface RecordedGroup extends Answered {
  readonly id: number
  readonly memberships: readonly RecordedMembership[]
}

export interface RecordedMembership extends Answered {
  readonly role: string | null
  readonly createdAt: string | null
  readonly player: Answered & { readonly displayName: string; readonly updatedAt: string | null }
}

export interface RecordedSnapshot extends Answered {
  readonly createdAt: string
  readonly data: Answered & {
    readonly skills: Answered & { readonly overall: Answered & { readonly experience: number } }
    readonly bosses: Readonly<Record<string, Answered & { readonly kills: number; readonly rank: number }>>
    readonly computed: Answered & {
      readonly ehp: Answered & { readonly value: number }
      readonly ehb: Answered & { readonly value: number }
    }
  }
}

export interface RecordedGuild extends Answered {
  readonly id: string
  readonly name: string
}

export interface RecordedChannel extends Answered {
  readonly id: string
  readonly name: string | null
}

export interface RecordedMessage extends Answered {
  readonly id: string
  readonly channel_id: string
  readonly author: Answered & {
    readonly id: string
    readonly username: string
    readonly global_name?: string | null
  }
  readonly content: string
  /** `2025-12-22T15:00:00.123000+00:00` */
  readonly timestamp: string
}
