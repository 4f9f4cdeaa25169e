import { breachSentence } from '../verdict/breach-sentence.ts'
import type { GateResult } from '../verdict/decision.ts'

/** The reasons of a gate that are not its breaches: those are shown with their witnesses. */
export function otherReasons({ judgements, reasons }: GateResult): readonly string[] {
  const said = new Set(judgements.filter(({ outcome }) => outcome === 'breached').map(breachSentence))
  return reasons.filter((reason) => !said.has(reason))
}
