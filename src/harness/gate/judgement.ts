import type { Outcome } from '../vocabulary/outcome.ts'
import type { Witness } from '../vocabulary/witness.ts'
import type { JudgedFigures } from './judged-figures.ts'

/** What a gate said of one measurement. Plain data: it travels as evidence attached to a step. */
export interface Judgement {
  /** What was measured: `wom_snapshots.user_id`. */
  readonly subject: string
  readonly outcome: Outcome
  /** The value, for people: `99.35 % (95,474 of 96,097)`; where it was sampled, with its interval: `153 times [148 – 160]`. */
  readonly measured: string
  /** What the gate allows: `at least 99.3 %`. */
  readonly tolerance: string
  /** Where the tolerance stands: `features/data/links.feature:12`, or a configuration, with what the plan asks for. */
  readonly toleranceFrom?: string
  /** What was compared, as numbers; absent where nothing was measured. */
  readonly figures?: JudgedFigures
  /** How many rows or objects the value speaks for. Zero makes a judgement vacuous; so does an interval too wide to decide. */
  readonly population: number
  /** The first witnesses, ten at the most. Empty unless breached. */
  readonly witnesses: readonly Witness[]
  /** How many witnesses there are in all. */
  readonly witnessCount: number
  /** What usually causes a breach of this kind. */
  readonly usualCause?: string
}
