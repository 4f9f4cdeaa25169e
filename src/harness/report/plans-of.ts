import type { ScenarioRecord } from '../verdict/run-record.ts'

/** A statement as it was sent, the engine's plan for it, and the ways in which it is asked. */
export interface ShownPlan {
  readonly ways: readonly string[]
  readonly sql: string
  readonly steps: readonly string[]
}

/** The plans of a subject in some scenarios, in their order; equal ones are one. */
export function plansOf(subject: string, scenarios: readonly ScenarioRecord[]): readonly ShownPlan[] {
  const plans = new Map<string, ShownPlan>()
  for (const plan of scenarios.flatMap((scenario) => scenario.plans)) {
    if (plan.subject !== subject) continue
    const { way, sql, steps } = plan
    const said = JSON.stringify([sql, steps])
    plans.set(said, { ways: [...new Set([...(plans.get(said)?.ways ?? []), way])], sql, steps })
  }
  return [...plans.values()]
}
