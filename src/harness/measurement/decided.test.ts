import { describe, it } from 'node:test'
import { expect } from 'chai'
import { decided } from './decided.ts'

const isDecided = (limit: number, ...samples: (readonly number[])[]) =>
  decided(
    {
      subject: 'message counts',
      clock: 'wall clock',
      operations: samples.map((milliseconds, index) => ({ name: `way ${index}`, milliseconds })),
    },
    limit,
  )
const first = [1, 1, 1, 1, 1]

describe('decided', () => {
  it('is so when all of the interval is beyond twice the limit, however wide it is', () => {
    expect(isDecided(10, first, [20, 400, 90, 30, 50])).to.equal(true)
    expect(isDecided(10, first, [19, 400, 90, 30, 50])).to.equal(false)
  })

  it('is so when all of the interval is below half of the limit', () => {
    expect(isDecided(10, first, [1, 5, 2, 3, 4])).to.equal(true)
    expect(isDecided(10, first, [1, 6, 2, 3, 4])).to.equal(false)
  })

  it('is not so around the limit, and not without pairs enough or a second operation', () => {
    expect(isDecided(10, first, [10, 10, 10, 10, 10])).to.equal(false)
    expect(isDecided(10, first.slice(1), [100, 100, 100, 100])).to.equal(false)
    expect(isDecided(10, first)).to.equal(false)
  })
})
