import { describe, it } from 'node:test'
import { expect } from 'chai'
import fc from 'fast-check'
import { timeScale } from './time-scale.ts'

const sample = fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 1e7, noNaN: true }))

describe('timeScale', () => {
  it('holds every sample, the smaller one further left', () => {
    fc.assert(
      fc.property(fc.array(sample, { minLength: 1 }), (samples) => {
        const { position } = timeScale(samples)
        const places = samples.toSorted((one, other) => one - other).map(position)
        expect(places).to.deep.equal(places.toSorted((one, other) => one - other))
        for (const place of places) expect(place).to.be.above(0).and.below(100)
      }),
    )
  })

  it('gives the same ratio the same distance', () => {
    const { position } = timeScale([1, 1000])
    expect(position(10) - position(1)).to.be.closeTo(position(1000) - position(100), 1e-9)
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
