import type { ScenarioRecord, StepStatus } from './run-record.ts'

/** Best to worst. */
const SEVERITY: readonly StepStatus[] = [
  'passed',
  'skipped',
  'pending',
  'undefined',
  'ambiguous',
  'failed',
  'unknown',
]

/**
 * One scenario that several runs have, as one record with the evidence of all: no judgement is lost, and of the statuses
 * the worst counts, with its steps.
 * @param scenarios one or more, of one place and engine
 */
export function combineScenarios(scenarios: readonly ScenarioRecord[]): ScenarioRecord | undefined {
  const [first, ...others] = scenarios
  if (first === undefined || others.length === 0) return first
  const worst = others.reduce((one, other) => (severity(other) > severity(one) ? other : one), first)
  return {
    ...worst,
    milliseconds: scenarios.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
    judgements: scenarios.flatMap(({ judgements }) => judgements),
    migrations: scenarios.flatMap(({ migrations }) => migrations),
    timings: scenarios.flatMap(({ timings }) => timings),
    unmatched: scenarios.flatMap(({ unmatched }) => unmatched),
    plans: scenarios.flatMap(({ plans }) => plans),
    schemas: scenarios.flatMap(({ schemas }) => schemas),
    fingerprints: scenarios.flatMap(({ fingerprints }) => fingerprints),
  }
}

function severity({ status }: ScenarioRecord): number {
  return SEVERITY.indexOf(status)
}
