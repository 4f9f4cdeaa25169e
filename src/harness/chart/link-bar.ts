import type { Outcome } from '../vocabulary/outcome.ts'

/** The rows of a link, those that have it, and what is known of the others. */
export interface LinkBar {
  /** `wom_snapshots.user_id` */
  readonly link: string
  readonly rows: number
  readonly linked: number
  readonly outcome: Outcome
  /** The part of the rows that has to be linked, from 0 to 1. */
  readonly limit: number
  /** The same in words: `at least 98 %`. */
  readonly tolerance: string
  /** Empty where nobody asked. */
  readonly causes: readonly UnlinkedPart[]
}

/** Rows without a link of which the same is known. */
export interface UnlinkedPart {
  readonly cause: UnlinkedCause
  readonly rows: number
}

/** By what comparison rows without a link would find a member, or what else is known of them. */
export const UNLINKED_CAUSES = [
  'match exactly',
  'match ignoring case',
  'match normalised',
  'match by alias',
  'known to be nobody',
  'nothing known',
] as const

export type UnlinkedCause = (typeof UNLINKED_CAUSES)[number]
