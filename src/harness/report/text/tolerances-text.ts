import type { RunDocument } from '../../verdict/decision.ts'
import { configuredTolerances } from '../configured-tolerances.ts'

/** What was judged by the tolerances of an environment, as a block of lines; nothing in a run without one. */
export function tolerancesText({ gates, run: { configured } }: RunDocument): string {
  if (configured === null) return ''
  const tolerances = configuredTolerances(gates)
  if (tolerances.length === 0) {
    return `Tolerances of ${configured}: nothing was judged by one, those of the plan counted.`
  }
  return [
    `Tolerances of ${configured}, in the place of those of the plan:`,
    ...tolerances.flatMap(({ code, subject, outcome, measured, tolerance, from }) => [
      `  ${code} ${subject}: ${tolerance}; ${measured}, ${outcome}`,
      `    ${from.replaceAll(/\s*\n\s*/g, ' ')}`,
    ]),
  ].join('\n')
}
