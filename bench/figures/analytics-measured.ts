import type { Timing } from '../../src/harness/vocabulary/timing.ts'
import type { Requirement } from './requirement.ts'

/** The names of the ways of asking, as timings have them. */
export const WAYS = { byUsername: 'by username', byId: 'by id', byHand: 'hand-written' } as const

/** A method, with all samples of the three ways of asking it. */
export interface MethodMeasured {
  readonly timing: Timing
  readonly requirements: readonly Requirement[]
}

/** A ratio that is told and not required. */
export interface Stated {
  /** What differs from the main table: the state of the database, or the question. */
  readonly where: string
  readonly of: string
  /** The baseline. */
  readonly over: string
  readonly timing: Timing
}

/** What the subject `analytics` has found. */
export interface AnalyticsMeasured {
  /** The database of the main table. */
  readonly state: string
  /** A moment in UTC; of maps, gains and message counts. */
  readonly cutoff: string
  /** How many members there are, and of how many the answers by username could be compared. */
  readonly members: number
  readonly comparable: number
  /** How many members one sample of `one member` asks for. */
  readonly membersAsked: number
  readonly methods: readonly MethodMeasured[]
  readonly dependsOn: readonly Stated[]
}
