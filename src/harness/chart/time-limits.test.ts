import { describe, it } from 'node:test'
import { expect } from 'chai'
import { judge } from '../gate/judge.ts'
import { atLeast, atMost, exactly } from '../gate/tolerance.ts'
import { bestTime } from '../measurement/best-time.ts'
import { costGrowth } from '../measurement/cost-growth.ts'
import { timingRatio } from '../measurement/timing-ratio.ts'
import type { Timing } from '../vocabulary/timing.ts'
import { timeLimits } from './time-limits.ts'

const twins: Timing = {
  subject: 'message counts',
  clock: 'wall clock',
  operations: [
    { name: 'by id', milliseconds: [1, 2, 3, 2, 2] },
    { name: 'by username', milliseconds: [900, 1000, 1100, 1000, 1000] },
  ],
}

const sizes: Timing = {
  subject: 'latest',
  clock: 'wall clock',
  operations: [
    { name: 'tiny', rows: 100, milliseconds: [1, 1, 1, 1, 1] },
    { name: 'staging', rows: 1000, milliseconds: [2, 2, 2, 2, 2] },
  ],
}

describe('timeLimits', () => {
  it('puts a ratio where the slower one would have to be: the median of the faster, so many times', () => {
    const judgement = judge(timingRatio(twins, { of: 'by username', over: 'by id' }), atLeast(300))
    expect(timeLimits(twins, [judgement])).to.deep.equal([
      {
        ...{ operation: 'by username', over: 'by id', bound: 'at least', milliseconds: 600 },
        ...{ words: 'at least 300 times', outcome: 'held' },
      },
    ])
  })

  it('takes milliseconds as they are, with what they came to', () => {
    const judgement = judge(bestTime(twins, 'by username'), atMost(50))
    expect(timeLimits(twins, [judgement])).to.deep.equal([
      {
        ...{ operation: 'by username', bound: 'at most', milliseconds: 50, words: 'at most 50 ms' },
        outcome: 'breached',
      },
    ])
  })

  it('puts a growth where the larger one may be at its rows', () => {
    const judgement = judge(costGrowth(sizes, { from: 'tiny', to: 'staging' }), atMost(0.3))
    const [limit] = timeLimits(sizes, [judgement])
    expect(limit).to.include({ operation: 'staging', over: 'tiny', bound: 'at most' })
    expect(limit?.milliseconds).to.be.closeTo(3, 1e-9)
  })

  it('knows no limit of another subject, of an exact bound, of nothing measured, and of no time', () => {
    const measured = timingRatio(twins, { of: 'by username', over: 'by id' })
    const { figures: _, ...nothing } = judge(measured, atLeast(300))
    const idle = { ...twins, operations: twins.operations.map((each) => ({ ...each, milliseconds: [0] })) }
    const held = judge(measured, atLeast(300))
    expect(
      timeLimits(twins, [{ ...held, subject: 'others: by username over by id' }, nothing]),
    ).to.deep.equal([])
    expect(timeLimits(twins, [judge(bestTime(twins, 'by id'), exactly(1))])).to.deep.equal([])
    expect(timeLimits(idle, [held])).to.deep.equal([])
  })
})
