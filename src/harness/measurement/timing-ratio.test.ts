import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { Timing } from '../vocabulary/timing.ts'
import { timingRatio } from './timing-ratio.ts'

const counts = (byUsername: readonly number[], byId: readonly number[]): Timing => ({
  subject: 'message counts',
  clock: 'wall clock',
  operations: [
    { name: 'by username', milliseconds: byUsername },
    { name: 'by id', milliseconds: byId },
  ],
})
const names = { of: 'by username', over: 'by id' }

describe('timingRatio', () => {
  // The median of one side over the median of the other would be 300 / 4.
  const timing = counts([100, 200, 300, 400, 900], [1, 4, 2, 10, 10])

  it('is the median of the pairs, with its interval, and names its baseline', () => {
    expect(timingRatio(timing, names)).to.deep.include({
      subject: 'message counts: by username over by id',
      unit: 'ratio',
      value: 90,
      interval: { low: 40, high: 150 },
      population: 5,
    })
  })

  it('is the other way round when the names are', () => {
    expect(timingRatio(timing, { of: 'by id', over: 'by username' })).to.deep.include({
      subject: 'message counts: by id over by username',
      value: 1 / 90,
      interval: { low: 1 / 150, high: 1 / 40 },
    })
  })

  it('shows what both of them took', () => {
    expect(timingRatio(timing, names)).to.deep.include({
      witnesses: [
        { where: 'by username', what: 'median 300 ms, best 100 ms, worst 900 ms of 5 repetitions' },
        { where: 'by id', what: 'median 4.0 ms, best 1.0 ms, worst 10 ms of 5 repetitions' },
      ],
      witnessCount: 2,
    })
  })

  const vacuous: Readonly<Record<string, Timing>> = {
    'of fewer than five pairs': counts([100, 100, 100, 100], [1, 1, 1, 1]),
    'of fewer than five rounds that both have': counts([100, 100, 100, 100, 100], [1, 1, 1, 1]),
    'of no pairs': counts([], []),
    'over a time of 0': counts([100, 100, 100, 100, 100], [1, 1, 0, 1, 1]),
    'of a time of 0': counts([100, 100, 0, 100, 100], [1, 1, 1, 1, 1]),
    'of what is no time': counts([100, 100, Number.NaN, 100, 100], [1, 1, 1, 1, 1]),
  }
  for (const [what, empty] of Object.entries(vacuous)) {
    it(`claims nothing ${what}`, () => {
      const measurement = timingRatio(empty, names)
      expect(measurement).to.include({ value: 0, population: 0 })
      expect(measurement).not.to.have.property('interval')
    })
  }

  it('pairs rounds, not samples, where one operation has more of them', () => {
    expect(timingRatio(counts([2, 2, 2, 2, 2, 1000], [1, 1, 1, 1, 1]), names)).to.deep.include({
      interval: { low: 2, high: 2 },
      population: 5,
    })
  })

  it('refuses a name that was not timed, and says which were', () => {
    expect(() => timingRatio(timing, { of: 'by name', over: 'by id' }))
      .to.throw(RangeError)
      .with.property('message')
      .that.contains('"by name"')
      .and.contains('by username, by id')
  })
})
