import { describe, it } from 'node:test'
import { expect } from 'chai'
import { sampleRun } from '../verdict/sample/sample-run.ts'
import { sampleScenario } from '../verdict/sample/sample-scenario.ts'
import type { Timing } from '../vocabulary/timing.ts'
import { sampleTimings } from './sample/sample-timings.ts'
import { timingGroups } from './timing-groups.ts'

const submitting = (line: number, ...timings: readonly Timing[]) => sampleScenario({ line, timings })
const timing = (subject: string, ...operations: Timing['operations']): Timing => ({
  subject,
  clock: 'wall clock',
  operations,
})

describe('timingGroups', () => {
  it('holds every operation against the first, in time and in rows', () => {
    const [group] = timingGroups(sampleRun({ scenarios: [submitting(1, sampleTimings().growth)] }))
    const rows = group?.rows.map(({ timesTheFirst, timesTheRows, isFirst, figures }) => [
      isFirst,
      figures.median,
      timesTheFirst?.toFixed(2),
      timesTheRows?.toFixed(2),
    ])
    expect(rows).to.deep.equal([
      [true, 0.2, '1.00', '1.00'],
      [false, 0.56, '2.80', '10.00'],
      [false, 2.05, '10.25', '100.00'],
    ])
  })

  it('puts timings of the same subject side by side, each with its scenario, in the order of the run', () => {
    const [a, b] = ['A', 'B'].map((subject) => timing(subject, { name: 'x', milliseconds: [1] }))
    if (a === undefined || b === undefined) throw new Error('two timings')
    const scenarios = [submitting(1, b, a), submitting(2), submitting(3, a, b)]
    const groups = timingGroups(sampleRun({ scenarios })).map(({ subject, scenario }) => [
      subject,
      scenario.line,
    ])
    expect(groups).to.deep.equal([
      ['B', 1],
      ['B', 3],
      ['A', 1],
      ['A', 3],
    ])
  })

  it('gives no ratio to nothing', () => {
    const scenario = submitting(
      1,
      timing('s', { name: 'x', milliseconds: [0] }, { name: 'y', rows: 7, milliseconds: [1] }),
      timing('t', { name: 'x', rows: 0, milliseconds: [1] }, { name: 'y', rows: 7, milliseconds: [0] }),
    )
    const groups = timingGroups(sampleRun({ scenarios: [scenario] }))
    expect(groups.map(({ rows }) => [rows[1]?.timesTheFirst, rows[1]?.timesTheRows])).to.deep.equal([
      [undefined, undefined],
      [0, undefined],
    ])
  })
})
