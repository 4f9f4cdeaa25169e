import type { GateCode } from '../vocabulary/gate-code.ts'
import { CONFIGURATION_FILE, type ConfiguredEnvironment, type ToleranceEntry } from './configuration.ts'

/** What a scenario judged, and for which gate. */
export interface JudgedScenario {
  readonly gate: GateCode | null
  readonly judgements: readonly { readonly subject: string }[]
}

const NAMED = 5

/**
 * The entries of an environment that nothing was judged by, a sentence each: a misspelt subject would otherwise leave the
 * plan's tolerance in force without a word. Of a narrowed run only the gates that ran are looked at.
 */
export function unusedEntries(
  { name, tolerances, budgets }: ConfiguredEnvironment,
  scenarios: readonly JudgedScenario[],
  complete: boolean,
): readonly string[] {
  return [...tolerances, ...budgets].flatMap((entry) => {
    const ofGate = scenarios.filter(({ gate }) => gate === entry.gate)
    if (ofGate.length === 0 && !complete) return []
    const subjects = [
      ...new Set(ofGate.flatMap(({ judgements }) => judgements.map(({ subject }) => subject))),
    ]
    const isUsed = entry.subject === undefined ? subjects.length > 0 : subjects.includes(entry.subject)
    return isUsed ? [] : [`${CONFIGURATION_FILE}, environment ${name}: ${complaint(entry, subjects)}`]
  })
}

function complaint({ gate, subject }: ToleranceEntry, subjects: readonly string[]): string {
  if (subjects.length === 0) return `an entry is for ${gate}, and nothing was judged for it`
  const more = subjects.length - NAMED
  const named = subjects.slice(0, NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '')
  return `an entry is for ${gate} ${subject}, and nothing of that name was judged; ${gate} judged ${named}`
}
