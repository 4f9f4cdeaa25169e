import { describe, it } from 'node:test'
import { expect } from 'chai'
import fc from 'fast-check'
import { LEAST_TIME, timeScale } from './time-scale.ts'

const time = fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 1e7, noNaN: true }))

describe('timeScale', () => {
  it('holds every time, and marks that are on it', () => {
    fc.assert(
      fc.property(fc.array(time, { minLength: 1 }), (times) => {
        const { from, to, marks } = timeScale(times)
        for (const each of [...times, ...marks]) {
          expect(Math.max(each, LEAST_TIME)).to.be.at.least(from).and.at.most(to)
        }
      }),
    )
  })

  it('does not blow up noise: it spans ten times at the least', () => {
    const { from, to } = timeScale([20, 20.1])
    expect(to / from).to.be.closeTo(10, 1e-9)
    expect(Math.sqrt(from * to)).to.be.closeTo(20.05, 0.01)
  })

  it('marks powers of ten, and what is between them where it is short', () => {
    expect(timeScale([0.9, 1300]).marks).to.deep.equal([1, 10, 100, 1000])
    expect(timeScale([0.2, 2.4]).marks).to.deep.equal([0.2, 0.5, 1, 2])
  })
})
