import { describe, it } from 'node:test'
import { expect } from 'chai'
import { sampleGate } from './sample/sample-gate.ts'
import { sampleJudgement } from './sample/sample-judgement.ts'
import { sampleRun } from './sample/sample-run.ts'
import { sampleScenario } from './sample/sample-scenario.ts'
import { sampleSource } from './sample/sample-source.ts'
import { summariseRun } from './summarise-run.ts'
import { toRunDocument } from './to-run-document.ts'

const FIGURES = { unit: 'share', value: 305, bound: 'at least', limit: 1 } as const

describe('summariseRun', () => {
  it('keeps of each gate its outcome and the values that it measured', () => {
    const judgements = [sampleJudgement({ figures: FIGURES }), sampleJudgement({ subject: 'in words' })]
    const run = sampleRun({ gates: [sampleGate()], scenarios: [sampleScenario({ judgements })] })
    expect(summariseRun(toRunDocument(run))).to.deep.equal({
      startedAt: '2026-11-22T13:40:07.120Z',
      milliseconds: 24_360,
      commit: '4f2c9be1',
      verdict: 'GO',
      subject: 'production',
      engines: ['sqlite'],
      gates: [
        {
          code: 'DAT301',
          outcome: 'held',
          measured: '100 % (305 of 305 rows) · all 2 held',
          values: [{ subject: 'clan_members.id', population: 305, ...FIGURES }],
        },
      ],
    })
  })

  it('names a real database by its location', () => {
    const run = sampleRun({ profile: null, source: sampleSource() })
    expect(summariseRun(toRunDocument(run)).subject).to.equal('clan_data_staging.db')
  })
})
