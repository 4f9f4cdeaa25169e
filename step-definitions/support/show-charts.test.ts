import { describe, it } from 'node:test'
import { expect } from 'chai'
import { judge } from '../../src/harness/gate/judge.ts'
import { atMost } from '../../src/harness/gate/tolerance.ts'
import { bestTime } from '../../src/harness/measurement/best-time.ts'
import type { Timing } from '../../src/harness/vocabulary/timing.ts'
import { showCharts } from './show-charts.ts'

const timing: Timing = {
  subject: 'latest snapshots',
  clock: 'wall clock',
  operations: [{ name: 'by id', milliseconds: [0.9, 1, 1.1] }],
}

function shown(...timings: readonly Timing[]) {
  const attached: { readonly data: string; readonly mediaType: string }[] = []
  const judgement = judge(bestTime(timing, 'by id'), atMost(50))
  showCharts((data, mediaType) => attached.push({ data, mediaType }), [judgement], timings)
  return attached
}

describe('showCharts', () => {
  it('shows a chart of each timing as an image, with the tolerance', () => {
    const [chart] = shown(timing)
    expect(chart?.mediaType).to.equal('base64:image/svg+xml')
    expect(Buffer.from(chart?.data ?? '', 'base64').toString('utf8'))
      .to.match(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" /)
      .and.contain('not over 50.0 ms')
  })

  it('draws growth only where it was judged', () => {
    const sized = { ...timing, operations: timing.operations.map((each) => ({ ...each, rows: 10 })) }
    expect(shown({ ...sized, subject: 'NormalizeUserIds' })).to.be.empty
  })
})
