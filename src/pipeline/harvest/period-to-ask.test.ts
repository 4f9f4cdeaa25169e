import { describe, it } from 'node:test'
import { expect } from 'chai'
import { periodToAsk } from './period-to-ask.ts'

const NOW = '2025-12-22T15:00:00.123456Z'

describe('periodToAsk', () => {
  it('begins with the UTC day after the newest snapshot', () => {
    for (const newest of ['2025-11-30T00:00:00.000000Z', '2025-11-30T23:59:59.999999Z']) {
      expect(periodToAsk({ newest, joinedAt: '2025-01-01T00:00:00.000000Z' }, NOW)).to.deep.equal({
        from: '2025-12-01T00:00:00.000000Z',
        to: NOW,
      })
    }
  })

  it('begins with the moment of joining where there is none', () => {
    const joinedAt = '2024-02-29T12:34:56.000001Z'
    expect(periodToAsk({ newest: null, joinedAt }, NOW)).to.deep.equal({ from: joinedAt, to: NOW })
  })

  it('begins 30 days ago where nobody knows that', () => {
    expect(periodToAsk({ newest: null, joinedAt: null }, NOW)).to.deep.equal({
      from: '2025-11-22T15:00:00.123456Z',
      to: NOW,
    })
  })

  it('is nothing where it would begin after now', () => {
    const today = '2025-12-22T00:00:00.000000Z'
    expect(periodToAsk({ newest: today, joinedAt: null }, NOW)).to.equal(null)
    expect(periodToAsk({ newest: '9999-12-31T00:00:00.000000Z', joinedAt: null }, NOW)).to.equal(null)
    expect(periodToAsk({ newest: null, joinedAt: '2025-12-22T15:00:00.123457Z' }, NOW)).to.equal(null)
  })

  it('is one moment where it begins now', () => {
    expect(periodToAsk({ newest: null, joinedAt: NOW }, NOW)).to.deep.equal({ from: NOW, to: NOW })
    const midnight = '2025-12-22T00:00:00.000000Z'
    const yesterday = '2025-12-21T10:00:00.000000Z'
    expect(periodToAsk({ newest: yesterday, joinedAt: null }, midnight)?.from).to.equal(midnight)
  })

  it('compares moments whatever their form', () => {
    expect(periodToAsk({ newest: null, joinedAt: '2025-12-22T15:00Z' }, NOW)?.from).to.equal(
      '2025-12-22T15:00:00.000000Z',
    )
  })
})
