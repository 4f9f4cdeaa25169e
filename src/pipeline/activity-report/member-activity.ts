import type { SnapshotFigures } from '../analytics/snapshot-figures.ts'
import type { GainsSince } from './gains-since.ts'

/** What one member did, in windows of so many days. */
export interface MemberActivity {
  /** Messages written. */
  readonly messages: {
    readonly days7: number
    readonly days30: number
    readonly days90: number
    /** Ever. */
    readonly total: number
  }
  /** Experience and boss kills gained. Null: no snapshot lies in the window. */
  readonly gains: {
    readonly days7: GainsSince | null
    readonly days30: GainsSince | null
    readonly days90: GainsSince | null
    readonly days365: GainsSince | null
  }
  /** Null without snapshots. */
  readonly latestSnapshot: SnapshotFigures | null
}
