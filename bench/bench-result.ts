import type { AnalyticsMeasured } from './figures/analytics-measured.ts'
import type { Pair } from './figures/compare.ts'
import type { DatabaseMeasured } from './figures/database-measured.ts'
import type { PostgresMeasured } from './figures/postgres-measured.ts'
import type { Requirement } from './figures/requirement.ts'
import type { TimeByKind } from './figures/time-by-kind.ts'
import type { PerformanceGatesMeasured } from './measuring/measure-performance-gates.ts'

/** What a bench has found, as it is written to `reports/bench.json`. */
export interface BenchResult {
  readonly format: 1
  /** ISO 8601, UTC. */
  readonly startedAt: string
  readonly profile: string
  readonly repetitions: number
  readonly node: string
  readonly platform: string
  readonly processors: number
  /** Whether every requirement is met; one that could not be measured is not. */
  readonly met: boolean
  readonly requirements: readonly Requirement[]
  /** Every single sample. Times are in milliseconds, memory in bytes. */
  readonly measured: {
    readonly migrate?: { readonly pairs: readonly Pair[] }
    readonly fixture?: { readonly pairs: readonly Pair[] }
    readonly analytics?: AnalyticsMeasured
    readonly verify?: {
      /** What is compared with the floor. */
      readonly command: string
      readonly pairs: readonly Pair[]
      readonly peakBytes: readonly (number | null)[]
      readonly timeByKind: readonly TimeByKind[]
      /** By themselves; null where the plan has none. */
      readonly performance: PerformanceGatesMeasured | null
    }
    readonly database?: DatabaseMeasured
    readonly postgres?: PostgresMeasured
  }
}
