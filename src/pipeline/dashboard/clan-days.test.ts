import { describe, it } from 'node:test'
import { expect } from 'chai'
import { SchemaError } from '../../schema/schema-error.ts'
import { chartDays } from './chart-days.ts'
import { clanDays, type MemberSeries } from './clan-days.ts'

const DAYS = chartDays('2025-12-22T15:00:00Z')
const NOTHING = { experience: 0, bossKills: 0, measured: 0, messages: 0, authors: 0 }

function member(gain: number | null, hours: Readonly<Record<string, number>> = {}): MemberSeries {
  const day = (at: number, totalXp: number | null) => ({
    ...{ id: at, timestamp: `2025-12-0${at}T00:00:00.000000Z`, totalXp, totalBossKills: at },
  })
  return {
    snapshots: gain === null ? [] : [day(1, 0), day(2, gain)],
    messages: new Map(Object.entries(hours).map(([hour, n]) => [`${hour}:00:00.000000Z`, n])),
  }
}

describe('clanDays', () => {
  it('has every day, with 0 where nothing is', () => {
    const none = DAYS.names.map((day) => ({ day, ...NOTHING }))
    expect(clanDays(DAYS, [])).to.deep.equal(none)
    expect(clanDays(DAYS, [member(null)])).to.deep.equal(none)
  })

  it('adds members up, and says how many were measured and wrote', () => {
    const days = clanDays(DAYS, [
      member(5, { '2025-12-02T00': 2, '2025-12-02T23': 1, '2025-12-22T15': 4 }),
      member(0, { '2025-12-02T12': 1, '2025-11-22T23': 9, '2025-12-23T00': 9 }),
      member(null, { '2025-11-23T00': 1 }),
    ])
    expect(days.filter((day) => day.messages + day.measured > 0)).to.deep.equal([
      { day: '2025-11-23', ...NOTHING, messages: 1, authors: 1 },
      { day: '2025-12-02', experience: 5, bossKills: 2, measured: 2, messages: 4, authors: 2 },
      { day: '2025-12-22', ...NOTHING, messages: 4, authors: 1 },
    ])
  })

  it('refuses a sum beyond 2^53, and a figure that is not whole', () => {
    const most = member(Number.MAX_SAFE_INTEGER)
    expect(clanDays(DAYS, [most, member(0)])[9]?.experience).to.equal(Number.MAX_SAFE_INTEGER)
    for (const members of [[most, member(1)], [member(1), most], [member(0.5)]]) {
      expect(() => clanDays(DAYS, members)).to.throw(
        SchemaError,
        /is no exact whole number\n.*experience of 2025-12-02/,
      )
    }
  })
})
