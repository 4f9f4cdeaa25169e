import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { MigrationStep } from '../vocabulary/migration-step.ts'
import type { Timing } from '../vocabulary/timing.ts'
import { distributionChart } from './distribution-chart.ts'
import { growthChart } from './growth-chart.ts'
import { linkChart } from './link-chart.ts'
import { ATTACK, expectHarmless, textsOf } from './testing/expect-harmless.ts'
import type { TimeLimit } from './time-limits.ts'
import { timelineChart } from './timeline-chart.ts'
import { trendChart } from './trend-chart.ts'

const WIDTHS = [340, 880]

const timing = (name: string): Timing => ({
  subject: 'message counts',
  clock: 'wall clock',
  operations: [
    { name, milliseconds: [0.9, 0.92, 1.31, 0.92, 0] },
    { name: 'by username', milliseconds: [1280, 1290, 1340, 1275, 1281] },
    { name: 'never', milliseconds: [] },
  ],
})

const sized = (subject: string, name = 'tiny'): Timing => ({
  subject,
  clock: 'wall clock',
  operations: [
    { name, rows: 23_015, milliseconds: [0.1, 0.11, 0.1] },
    { name: 'production', rows: 1_110_510, milliseconds: [0.5, 0.52, 0.55] },
  ],
})

const step = (migration: string, changes: Partial<MigrationStep> = {}): MigrationStep => ({
  ...{ migration, direction: 'up', milliseconds: 400, statements: 3, bytesBefore: 1e6, bytesAfter: 3e6 },
  slowest: [{ sql: ATTACK, calls: 1, milliseconds: 300, rows: 586_551 }],
  ...changes,
})

const link = { link: 'wom_snapshots.user_id', rows: 100, linked: 90, outcome: 'held', limit: 0.9 } as const

describe('distributionChart', () => {
  const limits: readonly TimeLimit[] = [
    {
      ...{ operation: 'by username', milliseconds: 276, words: 'at least 300 times' },
      bound: 'at least',
      outcome: 'held',
    },
  ]

  it('names every operation with its median, and the tolerance in time', () => {
    for (const width of WIDTHS) {
      const svg = distributionChart('d', timing('by id'), { limits, width })
      expectHarmless(svg)
      expect(textsOf(svg)).to.include.members(['by id  0.92 ms', 'by username  1.28 s', 'not under 276 ms'])
    }
  })

  it('says all of it in words', () => {
    const svg = distributionChart('d', timing('by id'), { limits, width: 880 })
    expect(svg)
      .to.contain('by id, 5 samples from 0.000 ms to 1.31 ms, median 0.92 ms')
      .and.contain('never never ran')
      .and.contain('by username: at least 300 times, which is not under 276 ms: held.')
  })

  it('draws each sample once, and the tolerance in the colour of what it came to', () => {
    const held = distributionChart('d', timing('by id'), { limits, width: 880 })
    const breached = distributionChart('d', timing('by id'), {
      limits: limits.map((limit) => ({ ...limit, outcome: 'breached' as const })),
      width: 880,
    })
    expect(held).not.to.contain('--no-go')
    expect(breached).to.contain('stroke="var(--no-go, #a1261d)"')
    // Nine samples at eight different times, of one operation one twice.
    const ticks = /<g[^>]*stroke="var\(--bar[^>]*>(.*?)<\/g>/s.exec(held)?.[1] ?? ''
    expect(ticks.match(/M/g)?.length).to.be.within(6, 9)
  })

  it('cuts a name that is too long, and shows what it is in the title', () => {
    const svg = distributionChart('d', timing(ATTACK), { limits: [], width: 340 })
    expectHarmless(svg)
    expect(textsOf(svg).some((text) => text.includes('…'))).to.equal(true)
  })
})

describe('growthChart', () => {
  it('has a panel for each timing, with the names of what has the rows', () => {
    for (const width of WIDTHS) {
      const svg = growthChart(
        'g',
        ['latest', 'first'].map((subject) => sized(subject)),
        {
          judgements: [],
          width,
        },
      )
      expectHarmless(svg)
      expect(textsOf(svg)).to.include.members(['latest', 'first', 'tiny', 'production'])
      expect(svg).to.contain('latest: tiny (23,015 rows) 0.10 ms, production (1,110,510 rows) 0.52 ms')
    }
  })

  it('shows markup as text', () => {
    expectHarmless(growthChart('g', [sized(ATTACK, ATTACK)], { judgements: [], width: 340 }))
  })
})

describe('timelineChart', () => {
  it('begins each bar where the one before it ended, and says what each cost', () => {
    const svg = timelineChart('t', [step('One'), step('Two', { direction: 'down', bytesAfter: 0 })], {
      width: 880,
    })
    expectHarmless(svg)
    const bars = [...svg.matchAll(/<rect[^>]*\bx="([\d.]+)"[^>]*/g)].map(([bar, x]) => [bar, Number(x)])
    const widths = [...svg.matchAll(/<rect[^>]*\bwidth="([\d.]+)"/g)].map(([, width]) => Number(width))
    expect(bars).to.have.length(2)
    expect(Number(bars[1]?.[1])).to.be.closeTo(Number(bars[0]?.[1]) + (widths[0] ?? 0), 2)
    expect(textsOf(svg)).to.include.members([
      'One up',
      '400 ms · 586,551 rows · +2.00 MB',
      'Two down',
      '400 ms · 586,551 rows · −1.00 MB',
    ])
  })

  it('says which failed, and shows markup as text', () => {
    const svg = timelineChart('t', [step(ATTACK, { failure: { message: ATTACK } })], { width: 340 })
    expectHarmless(svg)
    expect(svg).to.contain('--no-go').and.contain('failed after 400 ms')
  })
})

describe('linkChart', () => {
  it('draws the linked rows and what is known of the others, the tolerance across', () => {
    const causes = [
      { cause: 'match normalised', rows: 4 },
      { cause: 'nothing known', rows: 6 },
    ] as const
    for (const width of WIDTHS) {
      const svg = linkChart('l', [{ ...link, tolerance: 'at least 90 %', causes }], { width })
      expectHarmless(svg)
      expect(textsOf(svg)).to.include.members(['linked', 'match normalised', 'nothing known'])
      const room = width - 24
      const bars = [...svg.matchAll(/<rect[^>]*\bwidth="([\d.]+)"/g)].map(([, wide]) => Number(wide))
      const parts = bars.slice(0, 3).map((wide) => Math.round((100 * wide) / room))
      expect(parts).to.deep.equal([90, 4, 6])
      expect(svg).to.contain(
        'wom_snapshots.user_id: 90 % of 100 rows linked, at least 90 %, held; without it: 4 match normalised, 6 nothing known',
      )
    }
  })

  it('has no legend where nothing is to be told apart, and draws a table without rows', () => {
    const full = { ...link, linked: 100, tolerance: ATTACK, link: ATTACK, causes: [] }
    const svg = linkChart('l', [full, { ...full, rows: 0, linked: 0 }], { width: 880 })
    expectHarmless(svg)
    expect(textsOf(svg)).not.to.include('linked')
    expect(textsOf(svg).some((text) => text.startsWith('no rows of 0'))).to.equal(true)
  })
})

describe('trendChart', () => {
  const points = [1371, 1420, 90].map((value, index) => ({
    startedAt: `2026-11-${20 + index}T13:40:07.120Z`,
    value,
    outcome: value < 100 ? ('breached' as const) : ('held' as const),
  }))

  it('says every value and the tolerance, and ends in the colour of what the last run came to', () => {
    const svg = trendChart('x', { subject: ATTACK, unit: 'ratio', bound: 'at least', limit: 100, points })
    expectHarmless(svg)
    expect(svg).to.contain('over 3 runs: 1,371 times, 1,420 times, 90.0 times')
    expect(svg).to.contain('the tolerance, at least 100 times.').and.contain('fill="var(--no-go, #a1261d)"')
    expect(svg).to.contain('stroke-dasharray')
  })

  it('says rates as rates, and draws their tolerance', () => {
    const rates = points.map((point, at) => ({ ...point, value: 0.95 + at / 100 }))
    const svg = trendChart('x', { subject: 'x', unit: 'share', bound: 'at least', limit: 0.9, points: rates })
    expect(svg).to.contain('stroke-dasharray').and.contain('at least 90 %')
  })
})
