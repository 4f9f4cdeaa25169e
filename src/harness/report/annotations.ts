import type { GateResult, RunDocument } from '../verdict/decision.ts'
import { formatCount } from '../vocabulary/format.ts'
import { byUrgency } from './by-urgency.ts'
import { gateCommand } from './gate-command.ts'
import { inShort } from './in-short.ts'
import { outcomeWord } from './outcome-word.ts'
import { placeToLook } from './place-to-look.ts'

/** What is said at a line of the plan, or of the run as a whole. */
export interface Annotation {
  /** An error stops the release; a warning does not. */
  readonly level: 'error' | 'warning'
  readonly title: string
  readonly message: string
  readonly file?: string
  readonly line?: number
}

/** What a run has to say at lines of the plan, in the order of urgency: breaches, then what could not be proven, then warnings. */
export function annotations(document: RunDocument): readonly Annotation[] {
  const { verdict, sentence, gates, reasons } = document
  const ofGates = byUrgency(gates).flatMap((gate) => annotationOf(gate, document))
  const errors = [
    ...ofGates.filter(({ level }) => level === 'error'),
    ...reasons.map((message) => ({ level: 'error' as const, title: 'Besides the gates', message })),
  ]
  // Nothing was selected: no gate is red, and still there is no GO.
  const alone =
    verdict === 'GO' || errors.length > 0
      ? []
      : [{ level: 'error' as const, title: `Stagegate: ${verdict}`, message: sentence }]
  return [...errors, ...alone, ...ofGates.filter(({ level }) => level === 'warning')]
}

function annotationOf(gate: GateResult, { run }: RunDocument): Annotation[] {
  const word = outcomeWord(gate)
  if (word === 'held' || word === 'left out') return []
  const { uri: file, line } = placeToLook(gate, run)
  const what = { breached: 'breached', vacuous: 'proves nothing', warns: 'breached, advisory' }[word]
  const witnesses = gate.judgements.reduce((sum, { witnessCount }) => sum + witnessCount, 0)
  const lines = [
    inShort(gate),
    ...(witnesses === 0 ? [] : [`Witnesses: ${formatCount(witnesses)}`]),
    `Again: ${gateCommand(gate, run)}`,
  ]
  return [
    {
      level: word === 'warns' ? 'warning' : 'error',
      title: `${gate.code} ${what}: ${gate.title}`,
      message: lines.join('\n'),
      file,
      line,
    },
  ]
}
