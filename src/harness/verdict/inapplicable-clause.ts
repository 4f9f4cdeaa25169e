import { formatCount } from '../vocabulary/format.ts'
import type { RunRecord } from './run-record.ts'

/** `; 1 gate and 2 more scenarios do not apply to a real database`, or nothing where the whole plan applies. */
export function inapplicableClause({ notApplicable, gates, source }: RunRecord): string {
  if (notApplicable.length === 0) return ''
  const judged = new Set(gates.map(({ code }) => code))
  const others = notApplicable.filter(({ gate }) => gate !== null && !judged.has(gate))
  // The scenarios of a gate that does not apply are not counted once more.
  const numbers = [
    { number: new Set(others.map(({ gate }) => gate)).size, noun: 'gate' },
    {
      number: notApplicable.length - others.length,
      noun: others.length === 0 ? 'scenario' : 'more scenario',
    },
  ].filter(({ number }) => number > 0)
  const verb = numbers.reduce((sum, { number }) => sum + number, 0) === 1 ? 'does' : 'do'
  const what = numbers.map(({ number, noun }) => counted(number, noun)).join(' and ')
  return `; ${what} ${verb} not apply to ${source === null ? 'this fixture' : 'a real database'}`
}

function counted(number: number, noun: string): string {
  return `${formatCount(number)} ${noun}${number === 1 ? '' : 's'}`
}
