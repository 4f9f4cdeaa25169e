import { describe, it } from 'node:test'
import { expect } from 'chai'
import { countedGains } from './counted-gains.ts'

const NOW = '2025-12-31T06:00:00.000005Z'
const GAINED = { experience: 5, bossKills: null }
const UNKNOWN = { experience: null, bossKills: null }

const between = (from: string, to: string) => ({ ...GAINED, from, to })

describe('countedGains', () => {
  for (const [days, edge, beyond] of [
    [7, '2025-12-17T06:00:00.000005Z', '2025-12-17T06:00:00.000004Z'],
    [30, '2025-11-01T06:00:00.000005Z', '2025-11-01T06:00:00.000004Z'],
    [90, '2025-07-04T06:00:00.000005Z', '2025-07-04T06:00:00.000004Z'],
    [365, '2024-01-01T06:00:00.000005Z', '2024-01-01T06:00:00.000004Z'],
  ] as const) {
    it(`counts ${days} days from twice the window before, and not from a microsecond earlier`, () => {
      expect(countedGains(between(edge, NOW), days, NOW)).to.deep.equal(GAINED)
      expect(countedGains(between(beyond, NOW), days, NOW)).to.deep.equal(UNKNOWN)
    })
  }

  it('counts from the beginning of the window, and from any later moment', () => {
    for (const from of ['2025-12-24T06:00:00.000005Z', '2025-12-31T06:00:00.000004Z']) {
      expect(countedGains(between(from, NOW), 7, NOW)).to.deep.equal(GAINED)
    }
  })

  it('takes a Date for now', () => {
    const now = new Date('2025-12-31T06:00:00Z')
    expect(countedGains(between('2025-12-17T06:00:00.000000Z', NOW), 7, now)).to.deep.equal(GAINED)
    expect(countedGains(between('2025-12-17T05:59:59.999999Z', NOW), 7, now)).to.deep.equal(UNKNOWN)
  })

  it('knows nothing of one snapshot alone', () => {
    const one = { experience: 0, bossKills: 0, from: NOW, to: NOW }
    expect(countedGains(one, 7, NOW)).to.deep.equal(UNKNOWN)
    expect(countedGains({ ...one, from: '2025-12-31T06:00:00.000004Z' }, 7, NOW)).to.deep.equal({
      experience: 0,
      bossKills: 0,
    })
  })

  it('knows nothing of a member without a snapshot in the window', () => {
    expect(countedGains(null, 365, NOW)).to.deep.equal(UNKNOWN)
  })
})
