import type { GateResult } from '../verdict/decision.ts'
import { type OutcomeWord, outcomeWord } from './outcome-word.ts'

const ORDER: readonly OutcomeWord[] = ['breached', 'vacuous', 'warns', 'held', 'left out']

/** The gates, those first that keep a release back; among equals the order of the plan. */
export function byUrgency(gates: readonly GateResult[]): readonly GateResult[] {
  return gates.toSorted((one, other) => ORDER.indexOf(outcomeWord(one)) - ORDER.indexOf(outcomeWord(other)))
}
