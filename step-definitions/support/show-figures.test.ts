import { describe, it } from 'node:test'
import { expect } from 'chai'
import { judge } from '../../src/harness/gate/judge.ts'
import { atMost } from '../../src/harness/gate/tolerance.ts'
import { bestTime } from '../../src/harness/measurement/best-time.ts'
import type { Timing } from '../../src/harness/vocabulary/timing.ts'
import { showFigures } from './show-figures.ts'

const timing: Timing = {
  subject: 'latest snapshots',
  clock: 'wall clock',
  operations: [{ name: 'by id', milliseconds: [0.9, 1, 1.1] }],
}

function shown() {
  const attached: { readonly data: string; readonly mediaType: string }[] = []
  const judgement = judge(bestTime(timing, 'by id'), atMost(50))
  showFigures((data, mediaType) => attached.push({ data, mediaType }), [judgement])
  return attached
}

describe('showFigures', () => {
  it('shows the numbers of a step as JSON, without rows or witnesses', () => {
    const [numbers, ...others] = shown()
    expect(others).to.deep.equal([])
    expect(numbers?.mediaType).to.equal('application/json')
    expect(JSON.parse(numbers?.data ?? '')).to.deep.equal([
      {
        ...{ subject: 'latest snapshots: by id', outcome: 'held', measured: '0.90 ms' },
        ...{ tolerance: 'at most 50 ms', population: 3 },
        figures: { unit: 'milliseconds', value: 0.9, bound: 'at most', limit: 50 },
      },
    ])
  })
})
