import { describe, it } from 'node:test'
import { expect } from 'chai'
import { damagedIds } from './wide-ids.ts'

const before = { rows: 100, wide: 90, inexact: 80, nonInteger: 0 }

describe('damagedIds', () => {
  it('holds when every count is what it was, and speaks for the ids that a double cannot carry', () => {
    expect(damagedIds('discord_messages.id', before, before)).to.include({ value: 0, population: 80 })
  })

  for (const [what, label] of [
    ['rows', 'values'],
    ['wide', 'beyond 2^53'],
    ['inexact', 'ids that no double can carry'],
  ] as const) {
    it(`breaches when there are other ${label}`, () => {
      const after = { ...before, [what]: before[what] - 1 }
      expect(damagedIds('discord_messages.id', before, after).witnesses).to.deep.equal([
        { where: 'discord_messages.id', what: `${label}: ${before[what] - 1}; ${before[what]} before` },
      ])
    })
  }

  it('breaches on values that are no integers, even if they were none before', () => {
    const broken = { ...before, nonInteger: 3 }
    expect(damagedIds('discord_messages.id', broken, broken).witnesses).to.deep.equal([
      { where: 'discord_messages.id', what: '3 values are no integers' },
    ])
    expect(damagedIds('discord_messages.id', before, broken).value).to.equal(2)
  })

  it('says nothing where a double carries every id', () => {
    const narrow = { rows: 5, wide: 0, inexact: 0, nonInteger: 0 }
    expect(damagedIds('a.id', narrow, narrow).population).to.equal(0)
  })
})
