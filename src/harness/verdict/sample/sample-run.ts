import type { RunRecord } from '../run-record.ts'
import { sampleGate } from './sample-gate.ts'
import { sampleScenario } from './sample-scenario.ts'

/** A complete run of one gate that held, for tests, with whatever a test changes in it. */
export function sampleRun(changes: Partial<RunRecord> = {}): RunRecord {
  return {
    startedAt: '2026-11-22T13:40:07.120Z',
    finishedAt: '2026-11-22T13:40:31.480Z',
    engines: ['sqlite'],
    profile: 'production',
    source: null,
    configured: null,
    anonymous: false,
    rawDataBytes: null,
    environment: {
      stagegate: '0.1.0',
      node: 'v20.20.2',
      platform: 'linux x64',
      engines: [{ engine: 'sqlite', version: '3.53.0' }],
      libraries: {
        typeorm: '1.1.1',
        'better-sqlite3': '12.11.1',
        sqlite3: '6.0.1',
        '@cucumber/cucumber': '12.9.0',
      },
      commit: '4f2c9be1',
      askedBy: 'qa-lead',
      command: 'stagegate verify --profile production',
    },
    selection: { tags: null, complete: true, shard: null },
    strict: false,
    gates: [sampleGate()],
    findings: [],
    scenarios: [sampleScenario()],
    notApplicable: [],
    superseded: [],
    errors: [],
    ...changes,
  }
}
