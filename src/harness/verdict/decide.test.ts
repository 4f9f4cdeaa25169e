import { describe, it } from 'node:test'
import { expect } from 'chai'
import { decide } from './decide.ts'
import type { PlannedGate, RunRecord, ScenarioRecord } from './run-record.ts'
import { onSqlite } from './sample/on-sqlite.ts'
import { sampleGate } from './sample/sample-gate.ts'
import { sampleJudgement } from './sample/sample-judgement.ts'
import { sampleRun } from './sample/sample-run.ts'
import { sampleScenario } from './sample/sample-scenario.ts'

const breached = sampleJudgement({
  subject: 'wom_snapshots.user_id',
  outcome: 'breached',
  measured: '91.2 % of 96,097 rows',
  tolerance: 'at least 99.3 %',
  population: 96_097,
  witnesses: [{ where: 'wom_snapshots #17', what: '"Jo_hn" has no member' }],
  witnessCount: 8_457,
})

function withScenario(changes: Partial<ScenarioRecord>, gate: Partial<PlannedGate> = {}): RunRecord {
  return sampleRun({ gates: [sampleGate(gate)], scenarios: [sampleScenario(changes)] })
}

describe('decide: GO', () => {
  it('is given when every gate held, and says what it rests on', () => {
    const decision = decide(sampleRun())
    expect(decision.verdict).to.equal('GO')
    expect(decision.sentence).to.equal(
      'GO: the one gate held on SQLite 3.53.0, resting on 1 judgement of 305 rows and objects',
    )
    expect(decision.gates[0]?.reasons).to.deep.equal([])
  })

  it('lists the gates in the order of the plan', () => {
    const gates = [sampleGate({ code: 'ROL503' }), sampleGate(), sampleGate({ code: 'MIG101' })]
    const scenarios = gates
      .map(({ code }, index) => sampleScenario({ gate: code, line: index + 1 }))
      .reverse()
    const decision = decide(sampleRun({ gates, scenarios }))
    expect(decision.gates.map(({ code }) => code)).to.deep.equal(['ROL503', 'DAT301', 'MIG101'])
    expect(decision.sentence).to.equal(
      'GO: all 3 gates held on SQLite 3.53.0, resting on 3 judgements of 915 rows and objects',
    )
  })

  it('is given with a warning when an advisory gate is breached', () => {
    const gates = [sampleGate(), sampleGate({ code: 'PRF401', title: 'the report is fast', advisory: true })]
    const slow = sampleScenario({ gate: 'PRF401', line: 30, status: 'failed', judgements: [breached] })
    const decision = decide(sampleRun({ gates, scenarios: [sampleScenario(), slow] }))
    expect(decision.verdict).to.equal('GO')
    expect(decision.sentence).to.match(/^GO: 1 of 2 gates held on SQLite 3\.53\.0, /)
    expect(decision.sentence).to.contain('warning: 1 advisory gate breached: PRF401 the report is fast')
  })
})

describe('decide: NO-GO', () => {
  it('is given when a gate is breached, and names it', () => {
    const decision = decide(withScenario({ status: 'failed', judgements: [sampleJudgement(), breached] }))
    expect(decision.verdict).to.equal('NO-GO')
    expect(decision.sentence).to.equal(
      'NO-GO: 1 of 1 gate is breached: DAT301 every row that has a parent is linked to it; judged on SQLite 3.53.0',
    )
    expect(decision.gates[0]?.reasons).to.deep.equal([
      'wom_snapshots.user_id 91.2 % of 96,097 rows; the plan asks for at least 99.3 %',
    ])
  })

  it('does not depend on the status of the scenario', () => {
    expect(decide(withScenario({ judgements: [breached] })).verdict).to.equal('NO-GO')
  })

  it('outweighs what could not be proven, and mentions it', () => {
    const gates = [sampleGate({ engines: onSqlite(2) }), sampleGate({ code: 'ROL503' })]
    const decision = decide(sampleRun({ gates, scenarios: [sampleScenario({ judgements: [breached] })] }))
    expect(decision.verdict).to.equal('NO-GO')
    expect(decision.sentence).to.contain('besides, 1 thing could not be proven')
    expect(decision.gates[0]?.reasons).to.include("only 1 of the plan's 2 scenarios ran")
  })

  it('is given for an advisory gate in a strict run', () => {
    const run = { ...withScenario({ judgements: [breached] }, { advisory: true }), strict: true }
    const decision = decide(run)
    expect(decision.verdict).to.equal('NO-GO')
    expect(decision.gates[0]?.advisory).to.equal(false)
  })
})

describe('decide: a narrowed run', () => {
  const gates = [
    sampleGate({ engines: onSqlite(2) }),
    sampleGate({ code: 'ROL503' }),
    sampleGate({ code: 'MIG101' }),
  ]
  const selection = { tags: '@DAT301', complete: false, shard: null }

  it('says so, and which gates it judged in part only', () => {
    const decision = decide(sampleRun({ gates, selection }))
    expect(decision.verdict).to.equal('GO')
    expect(decision.complete).to.equal(false)
    expect(decision.sentence).to.equal(
      'GO for 1 of 3 gates only (narrowed by @DAT301; in part only: DAT301) on SQLite 3.53.0: this is not a verdict on the whole plan',
    )
    expect(decision.gates.map(({ selected, outcome }) => [selected, outcome])).to.deep.equal([
      [true, 'held'],
      [false, 'vacuous'],
      [false, 'vacuous'],
    ])
  })

  it('is narrowed whenever tags are given, whatever the record claims', () => {
    const decision = decide(sampleRun({ gates, selection: { tags: '@DAT301', complete: true, shard: null } }))
    expect(decision.complete).to.equal(false)
    expect(decision.sentence).not.to.match(/^GO:/)
  })

  it('says so with NO-GO and UNPROVEN, too', () => {
    const noGo = decide(
      sampleRun({ gates, selection, scenarios: [sampleScenario({ judgements: [breached] })] }),
    )
    expect(noGo.sentence).to.match(
      /^NO-GO: 1 of 1 selected gate is breached: .* \(narrowed by @DAT301; the plan has 3 gates\)$/,
    )
    const unproven = decide(sampleRun({ gates, selection, scenarios: [sampleScenario({ judgements: [] })] }))
    expect(unproven.sentence).to.match(/^UNPROVEN: DAT301 .* \(narrowed by @DAT301; the plan has 3 gates\)$/)
  })
})
