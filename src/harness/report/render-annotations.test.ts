import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { RunRecord } from '../verdict/run-record.ts'
import { sampleGate } from '../verdict/sample/sample-gate.ts'
import { sampleJudgement } from '../verdict/sample/sample-judgement.ts'
import { sampleRun } from '../verdict/sample/sample-run.ts'
import { sampleScenario } from '../verdict/sample/sample-scenario.ts'
import { toRunDocument } from '../verdict/to-run-document.ts'
import { renderAnnotations } from './render-annotations.ts'
import { breachOf } from './sample/breach-of.ts'
import { samplePlanRun } from './sample/sample-plan-run.ts'

const linesOf = (run: RunRecord) => {
  const text = renderAnnotations(toRunDocument(run))
  expect(text).to.match(/^$|\n$/)
  return text.split('\n').slice(0, -1)
}

/** As the runner reads it: properties apart at commas, each at its first equals sign, all of them unescaped. */
function read(command: string) {
  const [, level, list = '', message = ''] = /^::(\w+) (.*?)::(.*)$/.exec(command) ?? []
  const unescaped = (text: string) =>
    text
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%0A', '\n')
      .replaceAll('%0D', '\r')
      .replaceAll('%25', '%')
  const properties = list.split(',').map((part) => {
    const at = part.indexOf('=')
    return [part.slice(0, at), unescaped(part.slice(at + 1))]
  })
  return { level, message: unescaped(message), ...Object.fromEntries(properties) }
}

describe('renderAnnotations', () => {
  it('says nothing where all holds', () => {
    expect(linesOf(samplePlanRun())).to.deep.equal([])
  })

  it('shows a breach at the scenario that breached the gate', () => {
    const [command, ...others] = linesOf(breachOf('DAT301', samplePlanRun()))
    expect(others).to.deep.equal([])
    expect(read(command ?? '')).to.deep.equal({
      level: 'error',
      file: 'features/plan/dat301.feature',
      line: '12',
      title: 'DAT301 breached: every row that has a parent is linked to it',
      message:
        'wom_snapshots.user_id matches 91.2 % of 96,097 rows; the plan asks for at least 99.3 %\nWitnesses: 8,457\nAgain: stagegate verify --tags @DAT301 --keep --profile production',
    })
  })

  it('warns of an advisory breach, and is an error for what could not be proven', () => {
    expect(linesOf(breachOf('MIG106', samplePlanRun())).map((line) => read(line).level)).to.deep.equal([
      'warning',
    ])
    const [command] = linesOf(sampleRun({ scenarios: [] }))
    expect(read(command ?? '')).to.include({
      level: 'error',
      line: '8',
      title: 'DAT301 proves nothing: every row that has a parent is linked to it',
    })
  })

  it('says what is besides the gates, and that nothing was proven although no gate is red', () => {
    const [doubt] = linesOf(sampleRun({ errors: ['a hook\nfailed'] }))
    expect(read(doubt ?? '')).to.deep.equal({
      level: 'error',
      title: 'Besides the gates',
      message: 'a hook\nfailed',
    })
    const [empty] = linesOf(sampleRun({ gates: [], scenarios: [] }))
    expect(read(empty ?? '').title).to.equal('Stagegate: UNPROVEN')
  })

  it('never becomes two commands, nor loses a sign, whatever the data says', () => {
    const attack = '100 %0A, a=b: c::d\n::error::faked\r\n##[error]x %2C'
    const breach = sampleJudgement({ outcome: 'breached', subject: attack })
    const [command, ...others] = linesOf(
      sampleRun({
        gates: [sampleGate({ title: attack })],
        scenarios: [sampleScenario({ judgements: [breach] })],
      }),
    )
    expect(others).to.deep.equal([])
    expect(read(command ?? '')).to.include({
      line: '12',
      title: `DAT301 breached: ${attack.replaceAll('\r\n', '\n')}`,
    })
  })

  it('shows ten of a level, those first that stop; the tenth says how many more there are', () => {
    const gates = Array.from({ length: 24 }, (_, at) =>
      sampleGate({ code: `DAT${301 + at}`, line: at * 10, advisory: at >= 12 }),
    )
    const scenarios = gates.map(({ code, line }, at) =>
      sampleScenario({
        ...{ gate: code, line: line + 2 },
        judgements: [sampleJudgement(at === 0 ? { population: 0 } : { outcome: 'breached' })],
      }),
    )
    const read24 = linesOf(sampleRun({ gates, scenarios })).map(read)
    expect(read24.map(({ level }) => level)).to.deep.equal([
      ...Array(10).fill('error'),
      ...Array(10).fill('warning'),
    ])
    expect(read24[0]?.title).to.match(/^DAT302 breached: /)
    expect(read24[9]?.title).to.match(/^3 more, of which this is the first; .*: DAT311 breached: /)
    expect(read24[19]?.title).to.match(/^3 more, .*: DAT322 breached, advisory: /)
  })
})
