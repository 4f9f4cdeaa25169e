import type { GateResult } from '../verdict/decision.ts'

/** The word that reports show for what a gate came to. An advisory breach says that it warns only. */
export type OutcomeWord = 'held' | 'breached' | 'vacuous' | 'warns' | 'left out'

export function outcomeWord(gate: Pick<GateResult, 'selected' | 'outcome' | 'advisory'>): OutcomeWord {
  if (!gate.selected) return 'left out'
  return gate.outcome === 'breached' && gate.advisory ? 'warns' : gate.outcome
}
