import type { RunEnvironment, RunRecord } from '../../harness/verdict/run-record.ts'

/** A run in which nothing happened, made with what is given. */
export function sampleRun(environment: Partial<RunEnvironment>): RunRecord {
  return {
    startedAt: '2026-01-02T03:04:05.000Z',
    finishedAt: '2026-01-02T03:04:06.000Z',
    engines: ['sqlite'],
    profile: 'tiny',
    source: null,
    configured: null,
    anonymous: false,
    rawDataBytes: null,
    environment: {
      stagegate: '0.1.0',
      node: '20.0.0',
      platform: 'linux x64',
      engines: [{ engine: 'sqlite', version: '3.0.0' }],
      libraries: {},
      commit: null,
      askedBy: null,
      command: 'npx stagegate verify',
      ...environment,
    },
    selection: { tags: null, complete: true, shard: null },
    strict: false,
    gates: [],
    findings: [],
    scenarios: [],
    notApplicable: [],
    superseded: [],
    errors: [],
  }
}
