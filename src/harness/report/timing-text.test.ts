import { describe, it } from 'node:test'
import { expect } from 'chai'
import { sampleRun } from '../verdict/sample/sample-run.ts'
import { sampleScenario } from '../verdict/sample/sample-scenario.ts'
import type { TimedOperation } from '../vocabulary/timing.ts'
import { timingGroups } from './timing-groups.ts'
import { timingText } from './timing-text.ts'

function textsOf(...operations: readonly TimedOperation[]) {
  const scenario = sampleScenario({ timings: [{ subject: 's', clock: 'wall clock', operations }] })
  return timingGroups(sampleRun({ scenarios: [scenario] })).flatMap(({ rows }) => rows.map(timingText))
}

const first = (milliseconds: number) => ({ name: 'first', milliseconds: [milliseconds] })

describe('timingText', () => {
  it('is every figure in words; the first is held against nothing', () => {
    expect(textsOf({ name: 'by id', rows: 305_000, milliseconds: [3, 1.5, 12.25] })).to.deep.equal([
      {
        name: 'by id',
        rows: '305,000',
        median: '3.00 ms',
        best: '1.50 ms',
        worst: '12.3 ms',
        repetitions: '3',
      },
    ])
  })

  it('turns a ratio below a half into a fraction', () => {
    const medians = [210, 100.3, 96, 50, 49, 4.4, 0.0719, 12_345, 0]
    const operations = medians.map((median) => ({ name: 'x', milliseconds: [median] }))
    const [, ...texts] = textsOf(first(100), ...operations)
    expect(texts.map(({ against }) => against)).to.deep.equal([
      '2.1 ×',
      '1.0 ×',
      '0.96 ×',
      '0.50 ×',
      '1/2.0 ×',
      '1/22.7 ×',
      '1/1,391 ×',
      '123 ×',
      '0 ×',
    ])
  })

  it('says how the rows grew beside how the time did', () => {
    const [, larger] = textsOf({ ...first(1), rows: 100 }, { name: 'x', rows: 1000, milliseconds: [2.1] })
    expect(larger?.against).to.equal('2.1 × at 10.0 × the rows')
  })

  it('does not compare with what the clock could not tell', () => {
    const [, second] = textsOf(first(0), { name: 'x', milliseconds: [1] })
    expect(second?.against).to.equal('too short to compare')
  })
})
