import { mergeRuns } from '../../verdict/merge-runs.ts'
import type { PlannedGate, RunRecord } from '../../verdict/run-record.ts'
import type { Engine } from '../../vocabulary/engine.ts'
import type { MigrationStep } from '../../vocabulary/migration-step.ts'
import { breachOf } from './breach-of.ts'
import { samplePlanRun } from './sample-plan-run.ts'

const VERSIONS: Readonly<Record<Engine, string>> = { sqlite: '3.53.0', postgres: '15.18' }
const COMMAND = 'npx stagegate verify --engine sqlite --engine postgres --profile production'

/** The sample plan on both engines, DAT301 breached on PostgreSQL and SCH203 not there, for tests and for looking at the page. */
export function sampleEnginesRun(): RunRecord {
  return mergeRuns([onEngine('sqlite'), breachOf('DAT301', withLocks(onEngine('postgres')))], {
    command: COMMAND,
    ofOneRun: true,
  })
}

function onEngine(engine: Engine): RunRecord {
  const run = samplePlanRun()
  return {
    ...run,
    engines: [engine],
    environment: { ...run.environment, engines: [{ engine, version: VERSIONS[engine] }] },
    gates: run.gates
      .map(onBoth)
      .filter(({ engines }) => engines.some((applied) => applied.engine === engine)),
    scenarios: run.scenarios
      .filter(({ gate }) => engine === 'sqlite' || gate !== 'SCH203')
      .map((scenario) => ({ ...scenario, engine })),
  }
}

function onBoth(gate: PlannedGate): PlannedGate {
  const engines = gate.code === 'SCH203' ? (['sqlite'] as const) : (['sqlite', 'postgres'] as const)
  return { ...gate, engines: engines.map((engine) => ({ engine, scenarios: 1 })) }
}

function withLocks(run: RunRecord): RunRecord {
  return {
    ...run,
    scenarios: run.scenarios.map((scenario) => ({
      ...scenario,
      migrations: scenario.migrations.map(locked),
    })),
  }
}

function locked(step: MigrationStep): MigrationStep {
  if (step.migration !== 'NormalizeUserIds') return step
  return {
    ...step,
    slowest: [
      ...step.slowest,
      {
        sql: 'CREATE INDEX "idx_a" ON "new_wom_snapshots" ("user_id")',
        calls: 4,
        milliseconds: 210,
        rows: null,
      },
      { sql: 'ANALYZE', calls: 1, milliseconds: 96, rows: 0 },
    ],
    locks: [
      { table: 'wom_snapshots', closes: 'writers', mode: 'SHARE', milliseconds: 1710, waiting: 2 },
      { table: 'wom_snapshots', closes: 'readers', mode: 'ACCESS EXCLUSIVE', milliseconds: 12.4, waiting: 1 },
      { table: 'discord_messages', closes: 'writers', mode: 'SHARE', milliseconds: 1320, waiting: 0 },
    ],
  }
}
