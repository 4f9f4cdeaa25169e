import { describe, it, mock } from 'node:test'
import { expect } from 'chai'
import { rateLimitWaits } from './rate-limit-waits.ts'

describe('rateLimitWaits', () => {
  for (const [what, headers, wait] of [
    ['a bucket that is used up', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset-after': '1.5' }, 1500],
    ['a bucket with something left', { 'x-ratelimit-remaining': '1', 'x-ratelimit-reset-after': '1.5' }, 0],
    ['an answer that says when to come back', { 'retry-after': '2' }, 2000],
    [
      'an answer that says both',
      { 'retry-after': '2', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset-after': '1.5' },
      2000,
    ],
    ['nothing', {}, 0],
    ['a date', { 'retry-after': 'Mon, 22 Dec 2025 15:00:00 GMT' }, 0],
    ['a negative time', { 'retry-after': '-1' }, 0],
  ] as const) {
    it(`has ${wait} ms to wait after ${what}, and nothing when they are over`, () => {
      mock.timers.enable({ apis: ['Date'], now: 1_000_000 })
      try {
        const waits = rateLimitWaits(60_000)
        const given = new Headers(headers)
        expect(waits.noteAnswer('/a', given)).to.equal(given)
        expect(waits.millisecondsBefore('/a')).to.equal(wait)
        expect(waits.millisecondsBefore('/b')).to.equal(0)
        mock.timers.tick(wait)
        expect(waits.millisecondsBefore('/a')).to.equal(0)
      } finally {
        mock.timers.reset()
      }
    })
  }

  it('keeps a wait beyond the patience from the client', () => {
    const waits = rateLimitWaits(1000)
    const seen = waits.noteAnswer(
      '/a',
      new Headers({
        'retry-after': '2',
        'x-ratelimit-global': 'true',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-bucket': 'b',
      }),
    )
    const left = ['retry-after', 'x-ratelimit-global', 'x-ratelimit-remaining', 'x-ratelimit-bucket']
    expect(left.filter((name) => seen.has(name))).to.deep.equal(['x-ratelimit-bucket'])
    expect(waits.millisecondsBefore('/b')).to.be.within(1500, 2000)
  })
})
