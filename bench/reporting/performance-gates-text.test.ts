import { describe, it } from 'node:test'
import { expect } from 'chai'
import { performanceGatesText } from './performance-gates-text.ts'

describe('performanceGatesText', () => {
  it('gives the median of the runs, how far they are spread, and the command', () => {
    const milliseconds = [42_000, 40_000, 47_000]
    expect(
      performanceGatesText({
        command: 'node x',
        milliseconds,
        peakBytes: [1, 2, 3],
        verdicts: ['GO', 'GO', 'GO'],
      }),
    ).to.equal(
      'The performance gates by themselves: 42.0 s [40.0 s – 47.0 s]; stated, not required. Run of: node x',
    )
  })

  it('says that there was nothing to run', () => {
    expect(performanceGatesText(null)).to.contain('skipped')
  })
})
