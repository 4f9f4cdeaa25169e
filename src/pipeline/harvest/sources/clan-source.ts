import type { Moment } from '../../../schema/values/moment.ts'
import type { SourceFault } from './source-error.ts'

/** A clan and its players, wherever they are asked for. */
export interface ClanSource {
  /** @throws SourceError when the list as a whole cannot be had. */
  clan(): Promise<ListedClan>
  /**
   * What is known of one player from one moment to another, both included, oldest first: all of it, or none.
   * @throws SourceError
   */
  snapshotsOf(player: string, from: Moment, to: Moment): Promise<readonly PlayerSnapshot[]>
}

export interface ListedClan {
  readonly members: readonly ListedMember[]
  /** Entries of the list that name nobody. Who they are is not known, so that nobody can be said to be missing. */
  readonly unreadable: readonly UnreadableMember[]
}

export interface UnreadableMember extends SourceFault {
  /** Its place in the list: `entry 3`, and what stands there for a name. */
  readonly entry: string
}

export interface ListedMember {
  /** As the game writes it. */
  readonly username: string
  readonly role: string | null
  readonly joinedAt: Moment | null
  /** When the source last looked at the player. */
  readonly lastUpdated: Moment | null
}

/** Null is what the source does not know: an unranked player's figure is not zero. */
export interface PlayerSnapshot {
  readonly timestamp: Moment
  readonly totalXp: number | null
  /** The sum over all bosses; 0 where none was killed. */
  readonly totalBossKills: number
  /** Efficient hours played. */
  readonly ehp: number | null
  /** Efficient hours bossed. */
  readonly ehb: number | null
  /** Every boss that the source names, in its order. */
  readonly bosses: readonly BossFigures[]
  /** The answer, as JSON text. */
  readonly rawData: string
}

export interface BossFigures {
  readonly name: string
  readonly kills: number | null
  readonly rank: number | null
}
