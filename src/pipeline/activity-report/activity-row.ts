import type { Moment } from '../../schema/values/moment.ts'

/** One member in the activity report. Null is what is not known; 0 is known to be none. */
export interface ActivityRow {
  readonly name: string
  /** The role in the clan. */
  readonly rank: string | null
  readonly joinedAt: Moment | null
  /** Messages written in so many days, and ever. */
  readonly messages: {
    readonly days7: number | null
    readonly days30: number | null
    readonly days90: number | null
    readonly total: number | null
  }
  /** Experience points gained in so many days. */
  readonly experience: GainsOfWindows
  /** Boss kills gained in so many days. */
  readonly bossKills: GainsOfWindows
}

interface GainsOfWindows {
  readonly days7: number | null
  readonly days30: number | null
  readonly days90: number | null
  readonly days365: number | null
}
