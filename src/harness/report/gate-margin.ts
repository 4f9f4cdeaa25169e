import type { GateResult } from '../verdict/decision.ts'
import { type Margin, marginOf } from './margin.ts'

/** The tightest margin of the judgements that a gate came to its outcome by; undefined where none of them has one. */
export function gateMargin({ judgements, outcome }: GateResult): Margin | undefined {
  return judgements
    .filter((judgement) => judgement.outcome === outcome)
    .flatMap((judgement) => marginOf(judgement) ?? [])
    .toSorted((one, other) => one.slack - other.slack)[0]
}
