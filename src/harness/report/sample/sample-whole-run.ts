import type { RunRecord } from '../../verdict/run-record.ts'
import { breachOf } from './breach-of.ts'
import { samplePlanRun } from './sample-plan-run.ts'

const GATES = ['MIG101', 'SCH201', 'DAT301', 'PRF403', 'PRF405', 'ROL501']

/**
 * Six gates of the sample plan, DAT301 breached and a scenario run again: for tests, and for pictures that show every part
 * of the page once.
 */
export function sampleWholeRun(): RunRecord {
  const run = breachOf('DAT301', samplePlanRun())
  const scenarios = run.scenarios.filter(({ gate }) => gate !== null && GATES.includes(gate))
  return {
    ...run,
    gates: run.gates.filter(({ code }) => GATES.includes(code)),
    scenarios,
    superseded: scenarios.slice(0, 1).map(({ gate, name, uri, line, engine }) => ({
      ...{ gate, name, uri, line, engine, status: 'unknown', startedAt: '2026-11-22T12:10:00.000Z' },
      why: 'it never finished',
    })),
  }
}
