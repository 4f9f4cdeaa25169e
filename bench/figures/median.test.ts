import { describe, it } from 'node:test'
import { expect } from 'chai'
import { median } from './median.ts'

describe('median', () => {
  it('is the middle one of an odd number, compared as numbers', () => {
    expect(median([10, 9, 100])).to.equal(10)
  })

  it('is the mean of the middle two of an even number', () => {
    expect(median([4, 1, 2, 100])).to.equal(3)
  })

  it('of one value is that value', () => {
    expect(median([7])).to.equal(7)
  })

  it('leaves the values in their order', () => {
    const values = [3, 1, 2]
    median(values)
    expect(values).to.deep.equal([3, 1, 2])
  })

  it('refuses no values', () => {
    expect(() => median([])).to.throw(RangeError, 'no median')
  })
})
