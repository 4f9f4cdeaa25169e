import { describe, it } from 'node:test'
import { expect } from 'chai'
import { decide } from './decide.ts'
import type { RunRecord, ScenarioRecord } from './run-record.ts'
import { sampleGate } from './sample/sample-gate.ts'
import { sampleJudgement } from './sample/sample-judgement.ts'
import { sampleRun } from './sample/sample-run.ts'
import { sampleScenario } from './sample/sample-scenario.ts'

const BOTH = ['sqlite', 'postgres'] as const
const breached = sampleJudgement({ outcome: 'breached', measured: '91.2 % of 305 rows' })
const vacuous = sampleJudgement({ measured: '0 rows', population: 0 })

const gate = (code: string, engines: readonly (typeof BOTH)[number][] = BOTH) =>
  sampleGate({ code, engines: engines.map((engine) => ({ engine, scenarios: 1 })) })

const scenario = (engine: 'sqlite' | 'postgres', changes: Partial<ScenarioRecord> = {}) =>
  sampleScenario({ engine, ...changes })

function run(changes: Partial<RunRecord>): RunRecord {
  const { environment } = sampleRun()
  const engines = [
    { engine: 'sqlite', version: '3.53.0' },
    { engine: 'postgres', version: '15.18' },
  ] as const
  return sampleRun({
    engines: BOTH,
    environment: { ...environment, engines },
    gates: [gate('DAT301')],
    scenarios: [scenario('sqlite'), scenario('postgres')],
    ...changes,
  })
}

describe('decide: several engines', () => {
  it('is GO when the gate holds on each, and names them', () => {
    const { verdict, sentence, gates } = decide(run({}))
    expect(verdict).to.equal('GO')
    expect(sentence).to.equal(
      'GO: the one gate held on SQLite 3.53.0 and PostgreSQL 15.18, resting on 2 judgements of 610 rows and objects',
    )
    expect(gates[0]?.byEngine).to.deep.equal(
      BOTH.map((engine) => ({
        engine,
        outcome: 'held',
        measured: '100 % (305 of 305 rows)',
        population: 305,
      })),
    )
    expect(gates[0]?.judgements.map(({ subject }) => subject)).to.deep.equal([
      'clan_members.id on SQLite',
      'clan_members.id on PostgreSQL',
    ])
  })

  it('is NO-GO when the gate is breached on one, and says on which', () => {
    const { verdict, sentence, gates } = decide(
      run({ scenarios: [scenario('sqlite'), scenario('postgres', { judgements: [breached] })] }),
    )
    expect(verdict).to.equal('NO-GO')
    expect(sentence).to.equal(
      'NO-GO: 1 of 1 gate is breached: DAT301 every row that has a parent is linked to it (PostgreSQL); judged on SQLite 3.53.0 and PostgreSQL 15.18',
    )
    expect(gates[0]?.byEngine.map(({ outcome }) => outcome)).to.deep.equal(['held', 'breached'])
    expect(gates[0]?.reasons).to.deep.equal([
      'clan_members.id on PostgreSQL 91.2 % of 305 rows; the plan asks for at least 100 %',
    ])
  })

  it('is NO-GO even when the other engine could not be had', () => {
    const decision = decide(
      run({ scenarios: [scenario('sqlite', { judgements: [breached] })], errors: ['no PostgreSQL'] }),
    )
    expect(decision.verdict).to.equal('NO-GO')
    expect(decision.gates[0]?.reasons).to.include('on PostgreSQL, no scenario ran')
  })

  const unproven: readonly [string, Partial<RunRecord>, string][] = [
    ['no scenario ran on one', { scenarios: [scenario('sqlite')] }, 'on PostgreSQL, no scenario ran'],
    [
      'one looked at nothing',
      { scenarios: [scenario('sqlite'), scenario('postgres', { judgements: [vacuous] })] },
      'looked at nothing: clan_members.id on PostgreSQL, 0 rows',
    ],
    [
      'the scenarios of one ran twice instead of on both',
      { scenarios: [scenario('sqlite'), scenario('sqlite')] },
      'on SQLite, features/data/links.feature:12 ran more than once',
    ],
    [
      'one ran that was not asked for',
      { engines: ['sqlite'] },
      'features/data/links.feature:12 ran on PostgreSQL, which was not asked for',
    ],
    [
      'a scenario ran for a gate that does not apply there',
      { gates: [gate('DAT301', ['sqlite'])] },
      'on PostgreSQL, features/data/links.feature:12 belongs to DAT301, which does not apply to PostgreSQL',
    ],
    [
      'a narrowed run has scenarios on one engine only',
      { scenarios: [scenario('sqlite')], selection: { tags: '@DAT301', complete: false, shard: null } },
      'on PostgreSQL, no scenario ran',
    ],
    ['no engine was asked for', { engines: [], scenarios: [] }, 'asked of no engine'],
  ]
  for (const [when, changes, reason] of unproven) {
    it(`is UNPROVEN when ${when}`, () => {
      const decision = decide(run(changes))
      const said = [decision.sentence, ...decision.reasons, ...decision.gates.flatMap((each) => each.reasons)]
      expect(decision.verdict, decision.sentence).to.equal('UNPROVEN')
      expect(said).to.satisfy(
        (texts: string[]) => texts.some((text) => text.includes(reason)),
        said.join('\n'),
      )
    })
  }

  it('asks a gate only of the engines that it applies to', () => {
    const gates = [gate('DAT301'), gate('SCH205', ['postgres'])]
    const scenarios = [
      ...BOTH.map((engine) => scenario(engine)),
      scenario('postgres', { gate: 'SCH205', line: 20 }),
    ]
    const decision = decide(run({ gates, scenarios }))
    expect(decision.verdict).to.equal('GO')
    expect(decision.gates[1]?.byEngine.map(({ engine }) => engine)).to.deep.equal(['postgres'])
    expect(decide(run({ gates, scenarios: scenarios.slice(0, 2) })).verdict).to.equal('UNPROVEN')
  })

  it('says first what kept it from running at all, where nothing ran', () => {
    const errors = ['the engine is not available: nobody answers.\n  Next: start it.']
    const { environment } = sampleRun()
    const decision = decide(
      sampleRun({
        engines: ['postgres'],
        environment: { ...environment, engines: [] },
        gates: [gate('DAT301')],
        scenarios: [],
        errors,
      }),
    )
    expect(decision.sentence).to.equal(
      'UNPROVEN: the engine is not available: nobody answers; DAT301 proves nothing: no scenario ran; asked of PostgreSQL',
    )
    const narrowed = decide(
      sampleRun({ scenarios: [], errors, selection: { tags: '@DAT301', complete: false, shard: null } }),
    )
    expect(narrowed.sentence).not.to.contain('matches')
  })
})
