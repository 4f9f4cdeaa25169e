import { describe, it } from 'node:test'
import { expect } from 'chai'
import fc from 'fast-check'
import { median } from 'simple-statistics'
import { medianInterval } from './median-interval.ts'

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

describe('medianInterval', () => {
  it('is the least and the greatest of five', () => {
    expect(medianInterval([30, 4, 100, 2, 5])).to.deep.equal({ low: 2, high: 100 })
  })

  it('is none of four and of none: they cannot be 90 % certain', () => {
    expect(medianInterval([1, 1, 1, 1])).to.equal(undefined)
    expect(medianInterval([])).to.equal(undefined)
  })

  it('leaves more values outside, the more there are', () => {
    expect([7, 8, 10, 20, 100].map((count) => medianInterval(upTo(count)))).to.deep.equal([
      { low: 1, high: 7 },
      { low: 2, high: 7 },
      { low: 2, high: 9 },
      { low: 6, high: 15 },
      { low: 42, high: 59 },
    ])
  })

  it('is the narrowest of at least 90 %, by exact counting of all ways in which values fall beside the median', () => {
    for (let count = 5; count <= 200; count += 1) {
      const rank = medianInterval(upTo(count))?.low ?? 0
      expect(outside(count, rank) * 10n <= ways(count), `${count}: ${rank} is certain enough`).to.equal(true)
      expect(outside(count, rank + 1) * 10n > ways(count), `${count}: ${rank + 1} is not`).to.equal(true)
    }
  })

  it('contains the median of its values', () => {
    const values = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 5, maxLength: 60 })
    fc.assert(
      fc.property(values, (sample) => {
        const interval = medianInterval(sample)
        expect(interval?.low).to.be.at.most(median(sample))
        expect(interval?.high).to.be.at.least(median(sample))
      }),
    )
  })
})

function ways(count: number): bigint {
  return 2n ** BigInt(count)
}

/** In how many ways fewer than `rank` values fall below the median, or fewer than `rank` above it. */
function outside(count: number, rank: number): bigint {
  let sum = 0n
  let combinations = 1n
  for (let below = 0; below < rank; below += 1) {
    sum += combinations
    combinations = (combinations * BigInt(count - below)) / BigInt(below + 1)
  }
  return 2n * sum
}
