import type { Pair } from './compare.ts'

/** What was measured on a server. Times are in milliseconds, by the clock on the wall. */
export interface PostgresMeasured {
  readonly server: {
    /** Without its password. */
    readonly location: string
    readonly version: string
    /** The image that it runs from; absent for a server that was there before. */
    readonly image?: string
    /** What decides how long writing takes: `fsync`, `shared_buffers`, … */
    readonly settings: Readonly<Record<string, string>>
  }
  /** From being asked for to answering, of every start; none of a server that was there before. */
  readonly startups: readonly number[]
  readonly clones: readonly CloneMeasured[]
  readonly migrate: { readonly pairs: readonly Pair[] }
  readonly observe: ObserveMeasured
}

/** Cloning the template of a fixture. */
export interface CloneMeasured {
  readonly profile: string
  readonly bytes: number
  readonly milliseconds: readonly number[]
}

/** What an observation consists of. */
export const OBSERVED = ['catalog', 'census', 'rows', 'integrity'] as const
export type Observed = (typeof OBSERVED)[number]

export interface ObserveMeasured {
  /** Of the values as text, which is what a scan sends. */
  readonly scannedBytes: number
  /** The scan, and the whole observation. */
  readonly pairs: readonly Pair[]
  /** The parts of every observation. */
  readonly parts: Readonly<Record<Observed, readonly number[]>>
}
