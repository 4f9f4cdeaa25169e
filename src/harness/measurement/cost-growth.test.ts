import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { TimedOperation } from '../vocabulary/timing.ts'
import { costGrowth } from './cost-growth.ts'

const staging: TimedOperation = { name: 'staging', rows: 1_000, milliseconds: [1, 1, 2, 1, 1] }
const production: TimedOperation = { name: 'production', rows: 10_000, milliseconds: [5, 4, 4, 8, 5] }
const names = { from: 'staging', to: 'production' }

const growth = (changes: Partial<TimedOperation> = {}, smaller: TimedOperation = staging) =>
  costGrowth(
    {
      subject: 'latest snapshots by id',
      clock: 'wall clock',
      operations: [smaller, { ...production, ...changes }],
    },
    names,
  )

describe('costGrowth', () => {
  it('is the growth of the time for each time that the rows grew, pair by pair', () => {
    expect(growth()).to.deep.include({
      subject: 'latest snapshots by id: from "staging" to "production"',
      unit: 'ratio',
      // The pairs are 5, 4, 2, 8 and 5 times; the rows are 10 times as many.
      value: 0.5,
      interval: { low: 0.2, high: 0.8 },
      population: 5,
    })
  })

  it('is 1 where the cost grows with the rows', () => {
    expect(growth({ milliseconds: [10, 10, 20, 10, 10] })).to.deep.include({
      value: 1,
      interval: { low: 1, high: 1 },
    })
  })

  it('shows times and rows of both', () => {
    expect(growth().witnesses).to.deep.equal([
      { where: 'staging', what: 'median 1.0 ms, best 1.0 ms, worst 2.0 ms of 5 repetitions on 1,000 rows' },
      {
        where: 'production',
        what: 'median 5.0 ms, best 4.0 ms, worst 8.0 ms of 5 repetitions on 10,000 rows',
      },
    ])
  })

  const { rows: _, ...withoutRows } = staging
  const vacuous = {
    'rows that do not grow': growth({ rows: 1_000 }),
    'rows that shrink': growth({ rows: 10 }),
    'rows that nobody knows': growth({}, withoutRows),
    'no rows to grow from': growth({}, { ...staging, rows: 0 }),
    'fewer than five pairs': growth({ milliseconds: [5, 4, 4, 8] }),
  }
  for (const [what, measurement] of Object.entries(vacuous)) {
    it(`claims nothing of ${what}`, () => {
      expect(measurement).to.include({ value: 0, population: 0 })
      expect(measurement).not.to.have.property('interval')
    })
  }
})
