import { describe, it } from 'node:test'
import { expect } from 'chai'
import { timingFigures } from './timing-figures.ts'

describe('timingFigures', () => {
  it('has the middle, the best and the worst, compared as numbers', () => {
    const samples = [10, 9, 100]
    expect(timingFigures(samples)).to.deep.equal({ median: 10, best: 9, worst: 100, repetitions: 3 })
    expect(samples, 'rounds stay in their order').to.deep.equal([10, 9, 100])
  })

  it('takes the mean of the middle two of an even number', () => {
    expect(timingFigures([4, 1, 2, 100]).median).to.equal(3)
  })

  it('refuses an operation that never ran', () => {
    expect(() => timingFigures([])).to.throw(RangeError)
  })
})
