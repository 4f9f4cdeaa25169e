import type { RunDocument } from '../../verdict/decision.ts'
import type { JunitCase, JunitResult } from './junit-case.ts'

/**
 * What no gate says: doubts besides them, and a run that did not prove anything although no gate is red. It is there in
 * a run without doubts, too, so that viewers see it come right again.
 * @param isRed whether a gate says already that there is no GO
 */
export function runCase(document: RunDocument, isRed: boolean): JunitCase {
  return {
    name: 'the run itself',
    classname: 'stagegate',
    milliseconds: 0,
    result: resultOf(document, isRed),
  }
}

function resultOf({ verdict, sentence, reasons }: RunDocument, isRed: boolean): JunitResult {
  const [first, ...others] = reasons
  const besides = others.length === 0 ? '' : ` (and ${others.length} more)`
  if (first !== undefined)
    return {
      kind: 'error',
      type: 'unproven',
      message: `${first.split('\n', 1)[0]}${besides}`,
      text: `${sentence}\n\nBesides the gates:\n${reasons.map((reason) => `- ${reason}`).join('\n')}`,
    }
  if (verdict === 'GO' || isRed) return { kind: 'passed', output: sentence }
  return { kind: 'error', type: 'unproven', message: sentence, text: sentence }
}
