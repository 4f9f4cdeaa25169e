import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { Timing } from '../../src/harness/vocabulary/timing.ts'
import { ratioRequirement } from './ratio-requirement.ts'

describe('ratioRequirement', () => {
  const counts = (byUsername: readonly number[], byId: readonly number[]): Timing => ({
    subject: 'counts',
    clock: 'wall clock',
    operations: [
      { name: 'by username', milliseconds: byUsername },
      { name: 'by id', milliseconds: byId },
    ],
  })
  // The median of one over the median of the other would be 200.
  const timing = counts([100, 200, 300, 250, 150], [1, 1, 1, 10, 10])
  const ratio = (limit: { atMost: number } | { atLeast: number }, of = 'by username', over = 'by id') =>
    ratioRequirement(timing, { of, over, limit })

  it('is the median of the rounds, and names its baseline', () => {
    expect(ratio({ atLeast: 100 })).to.deep.equal({
      what: 'counts: by username over by id',
      floor: 'by id 1.0 ms',
      ours: 'by username 200 ms',
      measured: 'by username takes 100 times as long as by id [15.0 – 300]',
      required: 'by username at least 100 times by id',
      met: true,
    })
  })

  it('at least: is met from the limit itself on, and not below it', () => {
    expect(ratio({ atLeast: 100.1 }).met).to.equal(false)
    expect(ratio({ atLeast: 99.9 }).met).to.equal(true)
  })

  it('at most: is met up to the limit itself, and not beyond it', () => {
    expect(ratio({ atMost: 100 })).to.include({ required: 'by username at most 100 times by id', met: true })
    expect(ratio({ atMost: 99.9 }).met).to.equal(false)
  })

  it('is the other way round when the names are', () => {
    expect(ratio({ atMost: 0.01 }, 'by id', 'by username')).to.include({ met: true })
    expect(ratio({ atLeast: 0.011 }, 'by id', 'by username')).to.include({ met: false })
  })

  it('is not met where too few rounds were made to say anything', () => {
    for (const limit of [{ atLeast: 0 }, { atMost: 1e9 }]) {
      const few = ratioRequirement(counts([9, 9, 9, 9], [1, 1, 1, 1]), {
        of: 'by id',
        over: 'by username',
        limit,
      })
      expect(few).to.include({ measured: 'too few rounds to say', met: false })
    }
  })

  it('refuses a name that was not timed', () => {
    expect(() => ratio({ atMost: 1 }, 'by hand')).to.throw(RangeError, 'by hand')
  })
})
