import { describe, it } from 'node:test'
import { expect } from 'chai'
import { snapshotsToStore } from './snapshots-to-store.ts'
import { literal } from './writing/testing/literal.ts'

function stored(moments: readonly string[], days: readonly string[] = []): readonly string[] {
  const snapshots = moments.map((moment) => literal.snapshot(moment))
  return snapshotsToStore(snapshots, new Set(days)).map(({ timestamp }) => timestamp.slice(0, 16))
}

describe('snapshotsToStore', () => {
  it('keeps the first of each UTC day', () => {
    expect(stored(['2025-12-01 00:00', '2025-12-01 23:59', '2025-12-02 00:00'])).to.deep.equal([
      '2025-12-01T00:00',
      '2025-12-02T00:00',
    ])
  })

  it('passes over the days that have one', () => {
    const moments = ['2025-12-01 10:00', '2025-12-02 10:00', '2025-12-03 10:00']
    expect(stored(moments, ['2025-12-01', '2025-12-03'])).to.deep.equal(['2025-12-02T10:00'])
  })

  it('sorts what comes in another order, and of one moment keeps what came first', () => {
    expect(stored(['2025-12-02 10:00', '2025-12-01 11:00', '2025-12-01 10:00'])).to.deep.equal([
      '2025-12-01T10:00',
      '2025-12-02T10:00',
    ])
    const twice = [1, 2].map((totalXp) => literal.snapshot('2025-12-01 10:00', { totalXp }))
    expect(snapshotsToStore(twice, new Set()).map(({ totalXp }) => totalXp)).to.deep.equal([1])
  })

  it('takes the day in UTC, and leaves the days given alone', () => {
    const days = new Set(['2025-12-01'])
    const late = literal.snapshot('2025-12-01 10:00', { timestamp: '2025-12-01T23:30:00-02:00' })
    expect(snapshotsToStore([late], days).map(({ timestamp }) => timestamp)).to.deep.equal([
      '2025-12-02T01:30:00.000000Z',
    ])
    expect([...days]).to.deep.equal(['2025-12-01'])
  })
})
