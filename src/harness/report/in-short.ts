import { breachSentence } from '../verdict/breach-sentence.ts'
import type { GateResult } from '../verdict/decision.ts'

/** Why a gate does not hold, in one line: its first breach or reason, and how many there are besides. */
export function inShort(gate: GateResult): string {
  const breaches = gate.judgements.filter(({ outcome }) => outcome === 'breached').map(breachSentence)
  const all = breaches.length === 0 ? gate.reasons : breaches
  const [first = 'no evidence'] = all
  const line = (first.split('\n', 1)[0] ?? '').trim()
  return all.length <= 1 ? line : `${line} (and ${all.length - 1} more)`
}
