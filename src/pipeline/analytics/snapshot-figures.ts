import type { Moment } from '../../schema/values/moment.ts'

/** What a snapshot says of a player, without the answer that it was read from. Null: the source did not know. */
export interface SnapshotFigures {
  /** `wom_snapshots.id`. */
  readonly id: number
  /** UTC, to the microsecond. */
  readonly timestamp: Moment
  /** Experience points over all skills. */
  readonly totalXp: number | null
  /** Kills over all bosses. */
  readonly totalBossKills: number | null
  /** Efficient hours played. */
  readonly ehp: number | null
  /** Efficient hours bossed. */
  readonly ehb: number | null
}
