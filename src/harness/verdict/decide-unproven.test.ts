import { describe, it } from 'node:test'
import { expect } from 'chai'
import { decide } from './decide.ts'
import type { PlannedGate, RunRecord, ScenarioRecord, StepStatus } from './run-record.ts'
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

const tooWide = sampleJudgement({
  subject: 'message counts: by username over by id',
  outcome: 'vacuous',
  measured: '101 times [84.0 – 160]',
  tolerance: 'at least 100 times',
  population: 12,
})

function withScenario(changes: Partial<ScenarioRecord>, gate: Partial<PlannedGate> = {}): RunRecord {
  return sampleRun({ gates: [sampleGate(gate)], scenarios: [sampleScenario(changes)] })
}

function inState(status: StepStatus, text = 'Then the links match'): RunRecord {
  return withScenario({ status, steps: [{ text, status, milliseconds: 0 }], judgements: [] })
}

describe('decide: UNPROVEN', () => {
  const cases: readonly [string, RunRecord, string][] = [
    ['a plan without gates', sampleRun({ gates: [], scenarios: [] }), 'the plan has no gate'],
    [
      'a gate without scenarios',
      sampleRun({ gates: [sampleGate({ engines: onSqlite(0) })], scenarios: [] }),
      'no scenario',
    ],
    ['a gate none of whose scenarios ran', sampleRun({ scenarios: [] }), 'no scenario ran'],
    [
      'a selection that matches nothing',
      sampleRun({ scenarios: [], selection: { tags: '@NOPE', complete: false, shard: null } }),
      "no gate's scenario matches @NOPE",
    ],
    [
      'a missing scenario',
      withScenario({}, { engines: onSqlite(2) }),
      "only 1 of the plan's 2 scenarios ran",
    ],
    [
      'a surplus scenario',
      sampleRun({ scenarios: [sampleScenario(), sampleScenario({ line: 13 })] }),
      '2 scenarios ran',
    ],
    [
      'a scenario that ran twice, in place of another',
      sampleRun({
        gates: [sampleGate({ engines: onSqlite(2) })],
        scenarios: [sampleScenario(), sampleScenario()],
      }),
      'ran more than once',
    ],
    ['an empty scenario', withScenario({ status: 'unknown', steps: [] }), 'links.feature:12 has no steps'],
    [
      'an empty scenario that claims to have passed',
      withScenario({ steps: [] }),
      'links.feature:12 has no steps',
    ],
    ['an undefined step', inState('undefined'), 'step `Then the links match` is undefined'],
    [
      'an undefined step of which somebody knows what was meant',
      withScenario({
        status: 'undefined',
        steps: [{ text: 'Then x', status: 'undefined', milliseconds: 0, message: 'nearest: `y`' }],
      }),
      'step `Then x` is undefined: nearest: `y`',
    ],
    ['a pending step', inState('pending'), 'is pending'],
    ['a skipped step', inState('skipped'), 'is skipped'],
    ['an ambiguous step', inState('ambiguous'), 'matches more than one definition'],
    [
      'a pending step in a scenario that claims to have passed',
      withScenario({ status: 'passed', steps: [{ text: 'Then x', status: 'pending', milliseconds: 0 }] }),
      'step `Then x` is pending',
    ],
    ['a step that never finished', inState('unknown'), 'never finished'],
    ['no judgement', withScenario({ judgements: [] }), 'links.feature:12 submitted no judgement'],
    [
      'a gate that looked at nothing',
      withScenario({
        judgements: [sampleJudgement({ subject: 'wom_records', measured: '0 rows', population: 0 })],
      }),
      'looked at nothing: wom_records, 0 rows',
    ],
    [
      'a breach that speaks for nothing',
      withScenario({ judgements: [{ ...breached, population: 0 }] }),
      'looked at nothing: wom_snapshots.user_id',
    ],
    [
      'a ratio that is too wide to decide, though much was looked at',
      withScenario({ judgements: [tooWide] }),
      'DAT301 proves nothing: too wide to decide: message counts: by username over by id, 101 times [84.0 – 160]; the plan asks for at least 100 times',
    ],
    [
      'a finding in the plan',
      sampleRun({ findings: [{ uri: 'a.feature', line: 3, message: '"Scenaro" is misspelt' }] }),
      'a.feature:3: "Scenaro" is misspelt',
    ],
    ['an error outside any scenario', sampleRun({ errors: ['a hook failed\n  at once'] }), 'a hook failed'],
    [
      'two Rules of one code',
      sampleRun({ gates: [sampleGate(), sampleGate()] }),
      'DAT301 is the code of more than one Rule',
    ],
    [
      'a scenario of a gate that the plan does not have',
      sampleRun({ scenarios: [sampleScenario(), sampleScenario({ gate: 'ZZZ999', line: 40 })] }),
      'belongs to ZZZ999',
    ],
    [
      'a breach outside any gate',
      sampleRun({
        scenarios: [sampleScenario(), sampleScenario({ gate: null, line: 40, judgements: [breached] })],
      }),
      'judged a breach outside any gate',
    ],
    [
      'a scenario outside any gate that did not pass',
      sampleRun({
        scenarios: [sampleScenario(), sampleScenario({ gate: null, line: 40, status: 'pending' })],
      }),
      'is pending (outside any gate)',
    ],
  ]
  for (const [name, run, reason] of cases) {
    it(`is given for ${name}`, () => {
      const decision = decide(run)
      expect(decision.verdict).to.equal('UNPROVEN')
      expect(decision.sentence).to.match(/^UNPROVEN: /)
      const reasons = [
        decision.sentence,
        ...decision.reasons,
        ...decision.gates.flatMap((gate) => gate.reasons),
      ]
      expect(reasons.join('\n')).to.contain(reason)
    })
  }

  it('is given for a failure before any judgement, with the first line of its message', () => {
    const steps = [
      { text: 'Given a database', status: 'failed', milliseconds: 1, message: '\nno such table: x\n at y' },
    ] as const
    const decision = decide(withScenario({ status: 'failed', steps, judgements: [] }))
    expect(decision.gates[0]?.reasons).to.deep.equal([
      'features/data/links.feature:12 failed before it could judge: no such table: x',
    ])
  })

  it('is given for a failure although all judgements held', () => {
    const decision = decide(withScenario({ status: 'failed' }))
    expect(decision.verdict).to.equal('UNPROVEN')
    expect(decision.gates[0]?.reasons[0]).to.contain('failed although all it judged held')
  })

  it('is given for a step that failed because its ratio was too wide, for that reason alone', () => {
    const decision = decide(withScenario({ status: 'failed', judgements: [tooWide] }))
    expect(decision.verdict).to.equal('UNPROVEN')
    expect(decision.gates[0]).to.include({ outcome: 'vacuous', population: 12 })
    expect(decision.gates[0]?.reasons).to.deep.equal([
      'too wide to decide: message counts: by username over by id, 101 times [84.0 – 160]; the plan asks for at least 100 times',
    ])
  })

  it('is given for one silent scenario beside one that judged', () => {
    const silent = sampleScenario({ line: 20, judgements: [] })
    const gates = [sampleGate({ engines: onSqlite(2) })]
    expect(decide(sampleRun({ gates, scenarios: [sampleScenario(), silent] })).verdict).to.equal('UNPROVEN')
  })

  it('is given for an advisory gate that looked at nothing', () => {
    expect(decide(withScenario({ judgements: [] }, { advisory: true })).verdict).to.equal('UNPROVEN')
  })
})
