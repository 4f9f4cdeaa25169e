import { describe, it } from 'node:test'
import { expect } from 'chai'
import { settled } from './settled.ts'

const first = [1, 1, 1, 1, 1]

const isSettled = (...samples: (readonly number[])[]) =>
  settled({
    subject: 'message counts',
    clock: 'wall clock',
    operations: samples.map((milliseconds, index) => ({ name: `way ${index}`, milliseconds })),
  })

describe('settled', () => {
  it('is so when the interval is at most a fifth of the median wide', () => {
    expect(isSettled(first, [100, 91, 109, 100, 100])).to.equal(true)
    expect(isSettled(first, [100, 89, 111, 100, 100])).to.equal(false)
  })

  it('looks at the ratio, not at the times: a slow moment of both is no spread', () => {
    expect(isSettled([1, 1, 8, 1, 1], [100, 100, 800, 100, 100])).to.equal(true)
    expect(isSettled([1, 1, 8, 1, 1], [100, 100, 100, 100, 100])).to.equal(false)
  })

  it('needs every later operation to be known', () => {
    expect(isSettled(first, [2, 2, 2, 2, 2], [100, 89, 111, 100, 100])).to.equal(false)
    expect(isSettled(first, [2, 2, 2, 2, 2], [3, 3, 3, 3, 3])).to.equal(true)
  })

  it('needs two later operations to be known against each other, too', () => {
    expect(isSettled(first, [100, 91, 109, 100, 100], [100, 109, 91, 100, 100])).to.equal(false)
  })

  it('forgives one bad round among eight', () => {
    expect(isSettled(Array(8).fill(1), [900, ...Array(7).fill(100)])).to.equal(true)
  })

  it('is not so without pairs enough, or over a time of 0', () => {
    expect(isSettled([1, 1, 1, 1], [2, 2, 2, 2])).to.equal(false)
    expect(isSettled([1, 1, 0, 1, 1], [2, 2, 2, 2, 2])).to.equal(false)
  })

  it('has nothing to compare one operation with, and nothing to say of none', () => {
    expect(isSettled([1])).to.equal(true)
    expect(isSettled()).to.equal(false)
  })
})
