import { describe, it } from 'node:test'
import { expect } from 'chai'
import { decide } from './decide.ts'
import { mergeRuns } from './merge-runs.ts'
import type { RunRecord } from './run-record.ts'
import { sampleGate } from './sample/sample-gate.ts'
import { sampleRun } from './sample/sample-run.ts'
import { sampleScenario } from './sample/sample-scenario.ts'

type Engine = 'sqlite' | 'postgres'
const LIBRARIES = { sqlite: { sqlite3: '6.0.1' }, postgres: { pg: '8.23.1' } }
const onBoth = [
  { engine: 'sqlite', scenarios: 1 },
  { engine: 'postgres', scenarios: 1 },
] as const
const shared = sampleGate({ engines: onBoth })
const gateOn = (engine: Engine, code: string) => sampleGate({ code, engines: [{ engine, scenarios: 1 }] })

function runOn(engine: Engine, changes: Partial<RunRecord> = {}): RunRecord {
  const run = sampleRun()
  return {
    ...run,
    engines: [engine],
    environment: {
      ...run.environment,
      engines: [{ engine, version: engine === 'sqlite' ? '3.53.0' : '15.18' }],
      libraries: LIBRARIES[engine],
    },
    gates: [shared],
    scenarios: [sampleScenario({ engine })],
    ...changes,
  }
}

const merge = (...runs: readonly RunRecord[]) => mergeRuns(runs, { command: 'the command', ofOneRun: true })

describe('mergeRuns of the engines of one run', () => {
  it('puts the evidence of runs side by side, in the order in which engines are shown', () => {
    const later = runOn('sqlite', { startedAt: '2026-11-22T13:50:00Z', finishedAt: '2026-11-22T13:59:00Z' })
    const merged = merge(runOn('postgres'), later)
    expect(merged.errors).to.deep.equal([])
    expect(merged.engines).to.deep.equal(['sqlite', 'postgres'])
    expect([merged.startedAt, merged.finishedAt]).to.deep.equal([
      '2026-11-22T13:40:07.120Z',
      '2026-11-22T13:59:00Z',
    ])
    expect(merged.environment.engines.map(({ version }) => version)).to.deep.equal(['3.53.0', '15.18'])
    expect(merged.environment.libraries).to.deep.equal({ sqlite3: '6.0.1', pg: '8.23.1' })
    expect(merged.environment.command).to.equal('the command')
    expect(merged.gates).to.deep.equal([shared])
    expect(merged.scenarios).to.have.length(2)
    expect(decide(merged).verdict).to.equal('GO')
  })

  it('has the gates of every engine in the order of the plan', () => {
    const of = (engine: Engine, gates: RunRecord['gates']) => runOn(engine, { gates })
    const merged = merge(
      of('sqlite', [gateOn('sqlite', 'AAA101'), shared, gateOn('sqlite', 'ZZZ901')]),
      of('postgres', [gateOn('postgres', 'BBB101'), shared, gateOn('postgres', 'MMM101')]),
    )
    expect(merged.errors).to.deep.equal([])
    expect(merged.gates.map(({ code }) => code)).to.deep.equal([
      'BBB101',
      'AAA101',
      'DAT301',
      'MMM101',
      'ZZZ901',
    ])
  })

  it('names in each error the engine that it comes from, and says a finding once', () => {
    const finding = { uri: 'a.feature', line: 3, message: 'misspelt' }
    const merged = merge(
      runOn('sqlite', { findings: [finding] }),
      runOn('postgres', { findings: [finding, { ...finding, line: 4 }], errors: ['a hook failed'] }),
    )
    expect(merged.findings.map(({ line }) => line)).to.deep.equal([3, 4])
    expect(merged.errors).to.deep.equal(['on PostgreSQL, a hook failed'])
    expect(decide(merged).verdict).to.equal('UNPROVEN')
  })

  const apart: readonly [string, Partial<RunRecord>, string][] = [
    ['other gates', { gates: [] }, 'DAT301 is missing from the plan that ran on PostgreSQL'],
    [
      'the same gates in other words',
      { gates: [{ ...shared, title: 'x' }] },
      'DAT301 reads otherwise in the plan that ran on PostgreSQL',
    ],
    ['another profile', { profile: 'tiny' }, 'differ in profile'],
    ['other rows', { rawDataBytes: 7 }, 'differ in rawDataBytes'],
    [
      'another selection',
      { selection: { tags: '@DAT301', complete: false, shard: null } },
      'differ in selection',
    ],
    ['other strictness', { strict: true }, 'differ in strict'],
    [
      'other code',
      { environment: { ...runOn('postgres').environment, commit: 'abc' } },
      'are of different code: stagegate 0.1.0, commit 4f2c9be1, stagegate 0.1.0, commit abc',
    ],
  ]
  for (const [name, changes, error] of apart) {
    it(`proves nothing of runs with ${name}`, () => {
      const merged = merge(runOn('sqlite'), runOn('postgres', changes))
      expect(merged.errors.join('\n')).to.contain(error)
      expect(decide(merged).verdict).to.equal('UNPROVEN')
    })
  }

  it('says when the work tree of any run differed from its commit', () => {
    const { environment } = runOn('postgres')
    const merged = merge(
      runOn('sqlite'),
      runOn('postgres', { environment: { ...environment, commit: '4f2c9be1+' } }),
    )
    expect(merged.errors).to.deep.equal([])
    expect(merged.environment.commit).to.equal('4f2c9be1+')
  })

  it('is complete only where every run was', () => {
    const part = { tags: null, complete: false, shard: null }
    expect(merge(runOn('sqlite'), runOn('postgres', { selection: part })).selection.complete).to.equal(false)
  })

  it('joins parts of one engine without naming it', () => {
    const parts = [shared, gateOn('sqlite', 'AAA101')].map((gate, index) =>
      runOn('sqlite', { gates: [gate], errors: [`error ${index}`] }),
    )
    const merged = merge(...parts)
    expect(merged.engines).to.deep.equal(['sqlite'])
    expect(merged.environment.engines).to.have.length(1)
    expect(merged.errors).to.include.members(['error 0', 'error 1'])
  })

  it('needs a run', () => {
    expect(() => merge()).to.throw(RangeError)
  })
})
