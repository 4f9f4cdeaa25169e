/** What came on top between two snapshots of a player; never negative. Null: one of the snapshots does not know. */
export interface Gains {
  /** Experience points. */
  readonly experience: number | null
  readonly bossKills: number | null
}
