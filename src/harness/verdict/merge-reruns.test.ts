import { describe, it } from 'node:test'
import { expect } from 'chai'
import { decide } from './decide.ts'
import { mergeRuns } from './merge-runs.ts'
import type { RunRecord, ScenarioRecord } from './run-record.ts'
import { onSqlite } from './sample/on-sqlite.ts'
import { sampleGate } from './sample/sample-gate.ts'
import { sampleJudgement } from './sample/sample-judgement.ts'
import { sampleRun } from './sample/sample-run.ts'
import { sampleScenario } from './sample/sample-scenario.ts'

const NARROWED = { tags: null, complete: false, shard: null }
const [FIRST, SECOND] = ['2026-11-22T13:40:07.120Z', '2026-11-22T15:00:00.000Z']
const gates = [sampleGate({ engines: onSqlite(2) })]
const other = sampleScenario({ line: 30 })
const held = sampleScenario()
const breached = sampleScenario({
  status: 'failed',
  judgements: [sampleJudgement({ outcome: 'breached' })],
})
const died = sampleScenario({ status: 'unknown', judgements: [] })

const first = (scenario: ScenarioRecord, changes: Partial<RunRecord> = {}) =>
  sampleRun({ gates, scenarios: [scenario, other], startedAt: FIRST, ...changes })
const again = (scenario: ScenarioRecord, changes: Partial<RunRecord> = {}) =>
  sampleRun({ gates, scenarios: [scenario], startedAt: SECOND, selection: NARROWED, ...changes })
const merge = (...runs: readonly RunRecord[]) => mergeRuns(runs, { command: 'merge', ofOneRun: false })

describe('mergeRuns of a run and what was run again', () => {
  it('lets a scenario that could not judge give way to a later one that did, and says so', () => {
    for (const runs of [
      [first(died), again(held)],
      [again(held), first(died)],
    ]) {
      const merged = merge(...runs)
      expect(merged.superseded).to.deep.equal([
        {
          ...{
            gate: 'DAT301',
            name: held.name,
            uri: held.uri,
            line: 12,
            engine: 'sqlite',
            status: 'unknown',
          },
          why: 'features/data/links.feature:12: step `Then the links match` never finished',
          startedAt: FIRST,
        },
      ])
      expect(merged.scenarios).to.deep.equal([held, other])
      expect(merged.selection.complete).to.equal(true)
      expect(decide(merged).verdict).to.equal('GO')
    }
  })

  it('does not let an earlier one answer for a later one', () => {
    const merged = merge(first(held), again(died))
    expect(merged.superseded).to.deep.equal([])
    expect(decide(merged).verdict).to.equal('UNPROVEN')
  })

  it('is still open where the repetition could not judge either', () => {
    const merged = merge(first(died), again(sampleScenario({ status: 'pending', judgements: [] })))
    expect(merged.superseded.map(({ status }) => status)).to.deep.equal(['unknown'])
    expect(decide(merged).verdict).to.equal('UNPROVEN')
  })

  for (const [name, one, two] of [
    ['first', breached, held],
    ['then', held, breached],
  ] as const)
    it(`does not outvote a breach: breached ${name}`, () => {
      const merged = merge(first(one), again(two))
      const [was, is] = name === 'first' ? [FIRST, SECOND] : [SECOND, FIRST]
      expect(merged.errors).to.deep.equal([
        `features/data/links.feature:12 on SQLite was breached in the run of ${was} and held in the run of ${is}`,
      ])
      expect(merged.scenarios[0]?.judgements.map(({ outcome }) => outcome)).to.have.members([
        'held',
        'breached',
      ])
      const { verdict, gates: results } = decide(merged)
      expect([verdict, results[0]?.outcome]).to.deep.equal(['NO-GO', 'breached'])
      expect(results[0]?.reasons.join()).not.to.include('more than once')
    })

  it('keeps a breach that a later run could not confirm', () => {
    const merged = merge(first(breached), again(died))
    expect(merged.errors).to.deep.equal([])
    expect(merged.superseded).to.have.length(1)
    expect(decide(merged).verdict).to.equal('NO-GO')
  })

  it('counts a breach once that two runs agree on', () => {
    const merged = merge(first(breached), again(breached))
    expect(merged.errors).to.deep.equal([])
    expect(merged.scenarios[0]?.judgements).to.have.length(1)
    expect(merged.superseded).to.deep.equal([])
  })

  it('names what two breached runs contradict each other in', () => {
    const judged = (...outcomes: readonly ('held' | 'breached')[]) =>
      sampleScenario({
        status: 'failed',
        judgements: outcomes.map((outcome, at) => sampleJudgement({ subject: `s${at}`, outcome })),
      })
    expect(
      merge(first(judged('breached', 'held')), again(judged('breached', 'breached'))).errors,
    ).to.deep.equal([
      `features/data/links.feature:12 on SQLite: s1 was breached in the run of ${SECOND} and held in the run of ${FIRST}`,
    ])
  })

  it('forgets that a worker died when all that it left undone was done, and nothing else', () => {
    const errors = [
      'worker 0 died by SIGKILL in the middle of a scenario; the run was stopped',
      'a hook failed',
    ]
    expect(merge(first(died, { errors }), again(held)).errors).to.deep.equal(['a hook failed'])
    expect(merge(first(died, { errors }), again(sampleScenario({ line: 99 }))).errors).to.deep.equal(errors)
  })

  it('takes the repetition of a whole run for it when an engine was away, breaches excepted', () => {
    const errors = ['the engine is not available: No container engine answers.\n  Next: Start Docker.']
    const away = sampleRun({ gates, scenarios: [], startedAt: FIRST, errors })
    const repeated = sampleRun({ gates, scenarios: [held, other], startedAt: SECOND })
    const merged = merge(away, repeated)
    expect(decide(merged).verdict).to.equal('GO')
    expect(merged.superseded.map(({ line, status, why }) => [line, status, why])).to.deep.equal([
      [12, 'unknown', 'the engine is not available: No container engine answers.'],
      [30, 'unknown', 'the engine is not available: No container engine answers.'],
    ])
    expect(decide(merge(first(breached, { errors }), repeated)).verdict).to.equal('NO-GO')
    expect(merge(away, again(held)).errors).to.deep.equal(errors)
  })

  it('believes nothing that held in a run with errors, where all of it was asked again', () => {
    const repeated = first(sampleScenario({ name: 'again' }), { startedAt: SECOND })
    const merged = merge(first(held, { errors: ['a hook failed'] }), repeated)
    expect(merged.scenarios[0]?.name).to.equal('again')
    expect([merged.errors, merged.superseded.map(({ why }) => why)]).to.deep.equal([
      [],
      ['a hook failed', 'a hook failed'],
    ])
  })

  it('does not take other paths for a repetition', () => {
    const errors = ['the engine is not available']
    const away = again(held, { startedAt: FIRST, scenarios: [], errors })
    const of = (command: string) => again(held, { environment: { ...away.environment, command } })
    expect(merge(away, of('stagegate verify features/data')).errors).to.deep.equal(errors)
    expect(merge(away, of(away.environment.command)).errors).to.deep.equal([])
  })

  it('lets a scenario of a narrowed run stand for one of a shard', () => {
    const shard = (index: number, scenario: ScenarioRecord) =>
      sampleRun({
        gates,
        scenarios: [scenario],
        startedAt: FIRST,
        selection: { tags: null, complete: true, shard: { index, of: 2 } },
      })
    const merged = merge(shard(1, died), shard(2, other), again(held))
    expect(decide(merged).verdict).to.equal('GO')
    expect(decide(merge(shard(1, died), shard(2, other))).verdict).to.equal('UNPROVEN')
  })

  it('takes the same file given twice for one', () => {
    const merged = merge(first(died), first(died))
    expect([merged.scenarios.length, merged.superseded.length]).to.deep.equal([2, 0])
  })

  it('is no whole plan of narrowed runs', () => {
    expect(merge(again(held), again(other)).selection.complete).to.equal(false)
  })
})
