import { describe, it } from 'node:test'
import { expect } from 'chai'
import { bestTime } from './best-time.ts'

const timing = {
  subject: 'latest snapshots',
  clock: 'wall clock' as const,
  operations: [
    { name: 'by username', milliseconds: [11, 10, 200] },
    { name: 'by id', milliseconds: [0.94, 0.91, 3] },
    { name: 'by hand', milliseconds: [] },
  ],
}

describe('bestTime', () => {
  it('is the best repetition of one operation', () => {
    expect(bestTime(timing, 'by id')).to.deep.include({
      subject: 'latest snapshots: by id',
      unit: 'milliseconds',
      value: 0.91,
      population: 3,
      witnesses: [{ where: 'by id', what: 'median 0.94 ms, best 0.91 ms, worst 3.0 ms of 3 repetitions' }],
      witnessCount: 1,
    })
  })

  it('has no interval: the bound is a catastrophic one', () => {
    expect(bestTime(timing, 'by id')).not.to.have.property('interval')
  })

  it('says nothing of what never ran', () => {
    expect(bestTime(timing, 'by hand')).to.deep.include({
      value: 0,
      population: 0,
      witnesses: [{ where: 'by hand', what: 'never ran' }],
    })
  })

  it('refuses a name that was not timed', () => {
    expect(() => bestTime(timing, 'by luck')).to.throw(RangeError, 'by luck')
  })
})
