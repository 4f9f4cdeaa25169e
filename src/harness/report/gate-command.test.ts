import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { RunRecord } from '../verdict/run-record.ts'
import { sampleSource } from '../verdict/sample/sample-source.ts'
import { toRunDocument } from '../verdict/to-run-document.ts'
import { gateCommand } from './gate-command.ts'
import { breachOf } from './sample/breach-of.ts'
import { sampleDatabaseRun } from './sample/sample-database-run.ts'
import { sampleEnginesRun } from './sample/sample-engines-run.ts'
import { samplePlanRun } from './sample/sample-plan-run.ts'

function commandOf(run: RunRecord): string {
  const gate = toRunDocument(run).gates.find(({ code }) => code === 'DAT301')
  if (gate === undefined) throw new Error('no DAT301')
  return gateCommand(gate, run)
}

describe('gateCommand', () => {
  it('judges one gate again on the same fixture, on the engines where it did not hold', () => {
    expect(commandOf(breachOf('DAT301', samplePlanRun()))).to.equal(
      'stagegate verify --tags @DAT301 --keep --profile production',
    )
    expect(commandOf(sampleEnginesRun())).to.equal(
      'stagegate verify --tags @DAT301 --engine postgres --profile production',
    )
  })

  it('judges it on the same database, by the same tolerances', () => {
    expect(commandOf(breachOf('DAT301', sampleDatabaseRun()))).to.equal(
      'stagegate verify --tags @DAT301 --keep --database clan_data_staging.db --environment staging',
    )
  })

  it('names no engine with a database, which brings its own', () => {
    const run = sampleDatabaseRun()
    const scenarios = run.scenarios.map((scenario) => ({ ...scenario, engine: 'postgres' as const }))
    const gates = run.gates.map((gate) => ({
      ...gate,
      engines: [{ engine: 'postgres' as const, scenarios: 1 }],
    }))
    const source = sampleSource({
      engine: 'postgres',
      location: 'postgresql://qa@db.example/clan?sslmode=require',
    })
    const onServer = { ...run, engines: ['postgres' as const], gates, scenarios, source, configured: null }
    expect(commandOf(breachOf('DAT301', onServer))).to.equal(
      'stagegate verify --tags @DAT301 --database "postgresql://qa@db.example/clan?sslmode=require"',
    )
  })

  it('quotes spaces, and leaves open what a shell would take apart', () => {
    const at = (location: string) => commandOf(sampleDatabaseRun({ source: sampleSource({ location }) }))
    expect(at('C:\\My Files\\clan.db')).to.contain('--database "C:\\My Files\\clan.db"')
    for (const location of ['a"; rm -rf .db', '$(reboot).db', '`reboot`', '%PATH%', 'a\nb']) {
      expect(at(location)).to.contain('--database …')
    }
  })
})
