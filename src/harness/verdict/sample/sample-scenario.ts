import type { ScenarioRecord } from '../run-record.ts'
import { sampleJudgement } from './sample-judgement.ts'

/** A passed scenario of DAT301 with one held judgement, for tests, with whatever a test changes in it. */
export function sampleScenario(changes: Partial<ScenarioRecord> = {}): ScenarioRecord {
  const status = changes.status ?? 'passed'
  return {
    name: "production's rows, normalised",
    uri: 'features/data/links.feature',
    line: 12,
    engine: 'sqlite',
    gate: 'DAT301',
    status,
    milliseconds: 1840,
    steps: [
      { text: 'Given the "production" fixture at "AddMissingIndexes"', status: 'passed', milliseconds: 120 },
      { text: 'Then the links match', status, milliseconds: 310 },
    ],
    judgements: [sampleJudgement()],
    migrations: [],
    timings: [],
    unmatched: [],
    plans: [],
    schemas: [],
    fingerprints: [],
    ...changes,
  }
}
