import { describe, it } from 'node:test'
import { expect } from 'chai'
import { chartDays } from './chart-days.ts'
import { dailyGains } from './daily-gains.ts'
import type { SnapshotPoint } from './snapshot-point.ts'

/** From 23 November to 22 December. */
const DAYS = chartDays('2025-12-22T15:00:00Z')

type Point = readonly [moment: string, totalXp: number | null, totalBossKills?: number | null]

function gains(figure: 'totalXp' | 'totalBossKills', ...points: readonly Point[]): Record<string, number> {
  const series = points.map(
    ([moment, totalXp, totalBossKills = null], id): SnapshotPoint => ({
      id,
      timestamp: moment.length > 10 ? moment : `${moment}T12:00:00.000000Z`,
      totalXp,
      totalBossKills,
    }),
  )
  return Object.fromEntries(dailyGains(series, figure, DAYS))
}

describe('dailyGains', () => {
  it('counts from each snapshot to the next, for the day of the later one', () => {
    expect(
      gains(
        'totalXp',
        ...([
          ['2025-12-01', 100],
          ['2025-12-02T08:00:00.000000Z', 110],
          ['2025-12-02T23:59:59.999999Z', 130],
          ['2025-12-09', 137],
          ['2025-12-10', 137],
        ] as const),
      ),
    ).to.deep.equal({ '2025-12-02': 30, '2025-12-09': 7, '2025-12-10': 0 })
  })

  it('gains nothing by a figure that went down, and counts on from there', () => {
    expect(gains('totalXp', ['2025-12-01', 500], ['2025-12-02', 400], ['2025-12-03', 450])).to.deep.equal({
      '2025-12-02': 0,
      '2025-12-03': 50,
    })
  })

  it('passes over snapshots that do not know the figure, each figure by itself', () => {
    const points: readonly Point[] = [
      ['2025-12-01', 5, null],
      ['2025-12-02', null, 1],
      ['2025-12-03', 9, 3],
      ['2025-12-04', null, null],
    ]
    expect(gains('totalXp', ...points)).to.deep.equal({ '2025-12-03': 4 })
    expect(gains('totalBossKills', ...points)).to.deep.equal({ '2025-12-03': 2 })
  })

  it('begins with the last snapshot before the first day, at most thirty days older', () => {
    const first: Point = ['2025-11-23T00:00:00.000000Z', 100]
    expect(gains('totalXp', ['2025-10-24T00:00:00.000000Z', 60], first)).to.deep.equal({ '2025-11-23': 40 })
    expect(gains('totalXp', ['2025-10-23T23:59:59.999999Z', 60], first)).to.deep.equal({})
    const last: Point = ['2025-11-22T23:59:59.999999Z', 90]
    expect(gains('totalXp', ['2025-10-24', 60], last, first)).to.deep.equal({ '2025-11-23': 10 })
    expect(gains('totalXp', ['2025-10-24', 60], ['2025-11-22', null], first)).to.deep.equal({
      '2025-11-23': 40,
    })
  })

  it('shows nothing before the first day and nothing after the last', () => {
    expect(
      gains(
        'totalXp',
        ...([
          ['2025-11-21', 1],
          ['2025-11-22', 2],
          ['2025-12-22T23:59:59.999999Z', 4],
          ['2025-12-23T00:00:00.000000Z', 8],
        ] as const),
      ),
    ).to.deep.equal({ '2025-12-22': 2 })
  })

  it('gains nothing from one snapshot, or none', () => {
    expect(gains('totalXp', ['2025-12-01', 1])).to.deep.equal({})
    expect(gains('totalXp')).to.deep.equal({})
  })
})
