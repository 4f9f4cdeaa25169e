import type { PlanOutline } from '../plan-outline.ts'

/** A scenario, and where it stands. */
export interface NamedScenario {
  readonly uri: string
  readonly line: number
  readonly name: string
}

/**
 * Scenarios that say `head` and name the migration that was the last one until now: what they say of it may have to be
 * said of the new one, too.
 */
export function headScenarios({ scenarios }: PlanOutline, last: string): readonly NamedScenario[] {
  const named = new RegExp(`\\b${last}\\b`)
  return scenarios.flatMap(({ uri, scenario: { name, location, steps } }) => {
    const says = steps.some(({ text }) => /\bhead\b/.test(text))
    const names = steps.some(({ text, dataTable }) =>
      [text, ...(dataTable?.rows.flatMap(({ cells }) => cells.map(({ value }) => value)) ?? [])].some(
        (words) => named.test(words),
      ),
    )
    return says && names ? [{ uri, line: location.line, name }] : []
  })
}
