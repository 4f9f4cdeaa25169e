import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { Timing } from '../../src/harness/vocabulary/timing.ts'
import { type AnalyticsMeasured, WAYS } from '../figures/analytics-measured.ts'
import { ratioRequirement } from '../figures/ratio-requirement.ts'
import { analyticsText } from './analytics-text.ts'

const rounds = (milliseconds: number) => Array.from({ length: 5 }, () => milliseconds)
const timing: Timing = {
  subject: 'latest snapshots',
  clock: 'wall clock',
  operations: [
    { name: WAYS.byUsername, milliseconds: rounds(9) },
    { name: WAYS.byId, milliseconds: rounds(1) },
    { name: WAYS.byHand, milliseconds: rounds(0.8) },
  ],
}
const measured: AnalyticsMeasured = {
  state: 'production-at-head, as the fixture has it',
  cutoff: '2025-11-22T15:00:00.000000Z',
  members: 305,
  comparable: 293,
  membersAsked: 20,
  methods: [
    {
      timing,
      requirements: [
        ratioRequirement(timing, { of: WAYS.byId, over: WAYS.byHand, limit: { atMost: 1.5 } }),
        ratioRequirement(timing, { of: WAYS.byUsername, over: WAYS.byId, limit: { atLeast: 10 } }),
      ],
    },
  ],
  dependsOn: [{ where: 'after ANALYZE', of: WAYS.byUsername, over: WAYS.byId, timing }],
}
/** The cells of the rows that hold a text, without their padding. */
const cells = (text: string) =>
  analyticsText(measured)
    .split('\n')
    .filter((line) => line.includes(text))
    .map((line) =>
      line
        .split('│')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )

describe('analyticsText', () => {
  it('shows the three ways side by side, with what is required and met of each ratio', () => {
    expect(cells('1.25')).to.deep.equal([
      [
        'latest snapshots',
        '9.0 ms',
        '1.0 ms',
        '0.80 ms',
        '1.25 [1.25 – 1.25]',
        '9.00 [9.00 – 9.00]',
        '5',
        'by id at most 1.5 times hand-written',
        'yes',
      ],
    ])
    expect(cells('at least 10')).to.deep.equal([
      ['', '', '', '', '', '', '', 'by username at least 10 times by id', 'NO'],
    ])
  })

  it('says of what state the numbers are, and whom the comparison leaves out', () => {
    const text = analyticsText(measured)
    expect(text).to.contain('On: production-at-head, as the fixture has it.')
    expect(text).to.contain('by id of all 305 members; by username of 293, leaving out 12')
  })

  it('names the state and the baseline of what is stated only', () => {
    expect(cells('after ANALYZE')).to.deep.equal([
      ['latest snapshots', 'after ANALYZE', 'by username 9.0 ms', 'by id 1.0 ms', '9.00 [9.00 – 9.00]', '5'],
    ])
  })
})
