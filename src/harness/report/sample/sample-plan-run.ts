import type { PlannedGate, RunRecord, ScenarioRecord } from '../../verdict/run-record.ts'
import { sampleGate } from '../../verdict/sample/sample-gate.ts'
import { sampleJudgement } from '../../verdict/sample/sample-judgement.ts'
import { sampleRun } from '../../verdict/sample/sample-run.ts'
import { sampleScenario } from '../../verdict/sample/sample-scenario.ts'
import { sampleMigrations } from './sample-migrations.ts'
import { SAMPLE_ROWS, type SampleRow } from './sample-rows.ts'
import { sampleTimings } from './sample-timings.ts'

/** A complete run of thirteen gates at production's size that all held, for tests and for looking at the page. */
export function samplePlanRun(changes: Partial<RunRecord> = {}): RunRecord {
  return sampleRun({ gates: SAMPLE_ROWS.map(gateOf), scenarios: SAMPLE_ROWS.map(scenarioOf), ...changes })
}

function gateOf([code, title, , advisory = false]: SampleRow, index: number): PlannedGate {
  const uri = `features/plan/${code.toLowerCase()}.feature`
  return sampleGate({ code, title, uri, line: index + 4, advisory, description: `Why ${code} is asked for.` })
}

function scenarioOf([code, , judgements]: SampleRow, index: number): ScenarioRecord {
  return sampleScenario({
    gate: code,
    uri: `features/plan/${code.toLowerCase()}.feature`,
    line: index + 7,
    judgements: judgements.map((judgement) => sampleJudgement(judgement)),
    migrations: migrationsOf(code),
    timings: timingsOf(code),
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
