import type { PlannedGate, RunRecord, ScenarioRecord } from '../../verdict/run-record.ts'
import { sampleGate } from '../../verdict/sample/sample-gate.ts'
import { sampleJudgement } from '../../verdict/sample/sample-judgement.ts'
import { sampleRun } from '../../verdict/sample/sample-run.ts'
import { sampleScenario } from '../../verdict/sample/sample-scenario.ts'
import { sampleFingerprints } from './sample-fingerprints.ts'
import { sampleMigrations } from './sample-migrations.ts'
import { samplePlans } from './sample-plans.ts'
import { SAMPLE_ROWS, type SampleRow } from './sample-rows.ts'
import { sampleSchemas } from './sample-schemas.ts'
import { sampleTimings } from './sample-timings.ts'
import { sampleUnmatched } from './sample-unmatched.ts'

/** A complete run of thirteen gates at production's size that all held, for tests and for looking at the page. */
export function samplePlanRun(changes: Partial<RunRecord> = {}): RunRecord {
  return sampleRun({ gates: SAMPLE_ROWS.map(gateOf), scenarios: SAMPLE_ROWS.map(scenarioOf), ...changes })
}

function gateOf([code, title, , advisory = false]: SampleRow, index: number): PlannedGate {
  const uri = `features/plan/${code.toLowerCase()}.feature`
  return sampleGate({ code, title, uri, line: index + 4, advisory, description: `Why ${code} is asked for.` })
}

function scenarioOf([code, , judgements]: SampleRow, index: number): ScenarioRecord {
  const { before, after } = sampleSchemas()
  return sampleScenario({
    gate: code,
    uri: `features/plan/${code.toLowerCase()}.feature`,
    line: index + 7,
    judgements: judgements.map((judgement) => sampleJudgement(judgement)),
    migrations: migrationsOf(code),
    timings: timingsOf(code),
    unmatched: code === 'DAT301' ? [sampleUnmatched()] : [],
    plans: code === 'PRF403' ? samplePlans() : [],
    schemas: code === 'SCH201' ? [before, after] : [],
    fingerprints: code === 'ROL501' ? sampleFingerprints() : [],
  })
}

function migrationsOf(code: string): ScenarioRecord['migrations'] {
  if (code.startsWith('ROL')) return sampleMigrations().roundTrip
  return code.startsWith('MIG') ? sampleMigrations().up : []
}

function timingsOf(code: string): ScenarioRecord['timings'] {
  const { methods, growth } = sampleTimings()
  if (code === 'PRF403') return [methods]
  return code === 'PRF405' ? [growth] : []
}
