import { describe, it } from 'node:test'
import { expect } from 'chai'
import { compareRuns } from './compare-runs.ts'
import type { RunSummary, SummarisedGate, SummarisedValue } from './run-summary.ts'

const value = (changes: Partial<SummarisedValue>): SummarisedValue => ({
  ...{ subject: 's', population: 10, unit: 'rows', value: 1, bound: 'at least', limit: 1 },
  ...changes,
})
const gate = (values: readonly SummarisedValue[], changes: Partial<SummarisedGate> = {}): SummarisedGate => ({
  ...{ code: 'DAT301', outcome: 'held', measured: 'x', values },
  ...changes,
})
const run = (
  day: number,
  gates: readonly SummarisedGate[],
  changes: Partial<RunSummary> = {},
): RunSummary => ({
  startedAt: `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z`,
  ...{ milliseconds: 1000, commit: `c${day}`, verdict: 'GO', subject: 'tiny', engines: ['sqlite'], gates },
  ...changes,
})
const valued = (day: number, ...values: readonly Partial<SummarisedValue>[]) =>
  run(day, [gate(values.map(value))])

describe('compareRuns', () => {
  it('compares with the newest earlier run of the same subject on the same engines, or with none', () => {
    const history = [
      run(3, [], { subject: 'staging' }),
      run(2, []),
      run(1, []),
      run(4, [], { engines: ['sqlite', 'postgres'] }),
      run(6, []),
    ]
    const now = run(5, [])
    expect(compareRuns(now, { history })?.previous).to.deep.equal({
      startedAt: '2026-11-02T10:00:00.000Z',
      commit: 'c2',
      verdict: 'GO',
    })
    expect(compareRuns(now, { history, previous: run(1, []) })?.previous.commit).to.equal('c1')
    expect(compareRuns(now, { history, previous: history[0] })).to.equal(null)
    expect(compareRuns(now, { history: [now] })).to.equal(null)
  })

  it('compares shares as rates, whatever the number of rows', () => {
    const share = { unit: 'share', bound: 'at least', limit: 0.5 } as const
    const history = [
      valued(1, { ...share, value: 5, population: 10 }),
      valued(2, { ...share, value: 50, population: 100 }),
    ]
    const since = compareRuns(valued(3, { ...share, value: 60, population: 100 }), { history })
    expect(since?.moved).to.deep.equal([{ gate: 'DAT301', subject: 's', unit: 'share', from: 0.5, to: 0.6 }])
    expect(since?.trends[0]).to.deep.include({ limit: 0.5 })
    expect(since?.trends[0]?.points.map((point) => point.value)).to.deep.equal([0.5, 0.5, 0.6])
    const same = compareRuns(valued(3, { ...share, value: 500, population: 1000 }), { history })
    expect(same?.moved).to.deep.equal([])
  })

  it('tells which gates turned, came and went', () => {
    const before = run(1, [
      gate([], { code: 'DAT301' }),
      gate([], { code: 'DAT302' }),
      gate([], { code: 'DAT303' }),
    ])
    const now = run(2, [
      gate([], { code: 'DAT304', outcome: 'vacuous' }),
      gate([], { code: 'DAT302', outcome: 'breached' }),
      gate([], { code: 'DAT301' }),
    ])
    expect(compareRuns(now, { history: [before] })?.turned).to.deep.equal([
      { gate: 'DAT304', from: null, to: 'vacuous' },
      { gate: 'DAT302', from: 'held', to: 'breached' },
      { gate: 'DAT303', from: 'held', to: null },
    ])
  })

  it('tells which values moved, the furthest first; what is sampled only if it moved by more than a quarter', () => {
    const before = valued(
      1,
      { subject: 'a', value: 100 },
      { subject: 'b', value: 100 },
      { subject: 'same', value: 7 },
      { subject: 'noise', unit: 'milliseconds', value: 100 },
      { subject: 'slower', unit: 'milliseconds', value: 100 },
      { subject: 'ratio', unit: 'ratio', value: 8 },
      { subject: 'twice', value: 1 },
      { subject: 'twice', value: 2 },
      { subject: 'none', unit: 'faults', value: 0 },
    )
    const now = valued(
      2,
      { subject: 'a', value: 101 },
      { subject: 'b', value: 50 },
      { subject: 'same', value: 7 },
      { subject: 'noise', unit: 'milliseconds', value: 125 },
      { subject: 'slower', unit: 'milliseconds', value: 126 },
      { subject: 'ratio', unit: 'ratio', value: 6 },
      { subject: 'twice', value: 1 },
      { subject: 'twice', value: 3 },
      { subject: 'none', unit: 'faults', value: 1 },
      { subject: 'new', value: 1 },
    )
    const moved = compareRuns(now, { history: [before] })?.moved ?? []
    expect(moved.map(({ subject, from, to }) => `${subject} ${from} ${to}`)).to.deep.equal([
      'none 0 1',
      'b 100 50',
      'twice 2 3',
      'slower 100 126',
      'a 100 101',
    ])
  })

  it('tells of thirty values at the most', () => {
    const many = (by: number) =>
      Array.from({ length: 40 }, (_, at) => ({ subject: `s${at}`, value: 100 + at * by }))
    const moved = compareRuns(valued(2, ...many(2)), { history: [valued(1, ...many(1))] })?.moved ?? []
    expect(moved).to.have.length(30)
    expect(moved[0]?.subject).to.equal('s39')
  })

  it('has the trend of what moved in at least three of the last twenty runs, this one included', () => {
    const history = Array.from({ length: 25 }, (_, at) =>
      valued(at + 1, { value: at + 1 }, { subject: 'same' }),
    )
    const now = valued(26, { value: 26, limit: 9 }, { subject: 'same' }, { subject: 'new' })
    const trends = compareRuns(now, { history })?.trends ?? []
    expect(trends.map(({ subject, limit }) => [subject, limit])).to.deep.equal([['s', 9]])
    expect(trends[0]?.points.map(({ value: at }) => at)).to.deep.equal(
      Array.from({ length: 20 }, (_, at) => at + 7),
    )
    expect(compareRuns(now, { history: history.slice(-1) })?.trends).to.deep.equal([])
  })
})
