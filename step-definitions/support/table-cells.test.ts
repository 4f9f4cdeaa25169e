import { describe, it } from 'node:test'
import { expect } from 'chai'
import { atLeast, exactly } from '../../src/harness/gate/tolerance.ts'
import { matchRate } from '../../src/harness/measurement/match-rate.ts'
import type { Engine } from '../../src/harness/vocabulary/engine.ts'
import {
  columnCell,
  countCell,
  durationCell,
  exceptions,
  linkDemands,
  linkRuleCell,
  profileCell,
  rateCell,
  ratioCell,
} from './table-cells.ts'

describe('columnCell', () => {
  it('takes table and column apart', () => {
    expect(columnCell('wom_snapshots.user_id')).to.deep.equal({ table: 'wom_snapshots', column: 'user_id' })
  })

  for (const cell of [undefined, '', 'user_id', 'a.b.c', '.b', 'a.', 'a b.c', 'a.b"; DROP TABLE t']) {
    it(`refuses ${JSON.stringify(cell)}`, () => {
      expect(() => columnCell(cell)).to.throw(RangeError, 'table.column')
    })
  }
})

describe('profileCell', () => {
  const profiles = ['load', 'production', 'tiny']
  const row = { method: 'one member', production: '25', load: '10', elsewhere: '0.8' }
  const at = (profile: string, engine: Engine = 'sqlite') => ({ profile, engine })

  it('is the cell of the profile, or the one for elsewhere', () => {
    expect(profileCell(row, at('production'), profiles, ['method'])).to.equal('25')
    expect(profileCell(row, at('tiny'), profiles, ['method'])).to.equal('0.8')
    expect(profileCell({ method: 'one member', load: '10' }, at('tiny'), profiles, ['method'])).to.equal(
      undefined,
    )
  })

  it('is rather the cell of the profile on the engine, where there is one', () => {
    const both = { ...row, 'production on PostgreSQL': '3' }
    const cells = (['sqlite', 'postgres'] as const).map((engine) =>
      profileCell(both, at('production', engine), profiles, ['method']),
    )
    expect(cells).to.deep.equal(['25', '3'])
    expect(() => profileCell({ 'production on Oracle': '3' }, at('tiny'), profiles, [])).to.throw(RangeError)
  })

  it('refuses a column that is no profile, whatever the profile is', () => {
    const misspelt = { method: 'one member', prodution: '25', elsewhere: '0.8' }
    for (const profile of profiles) {
      expect(() => profileCell(misspelt, at(profile), profiles, ['method'])).to.throw(
        RangeError,
        '"prodution"',
      )
    }
  })
})

describe('rateCell', () => {
  it('is a part of one, without the error of the division', () => {
    expect(['0 %', '52.8 %', '99.3 %', '99.35 %', '100 %', '250 %'].map(rateCell)).to.deep.equal([
      0, 0.528, 0.993, 0.9935, 1, 2.5,
    ])
  })

  for (const cell of [undefined, '', '99.3', '99.3%', '0.993', '-1 %', '99,3 %', '.5 %', 'all %']) {
    it(`refuses ${JSON.stringify(cell)}`, () => {
      expect(() => rateCell(cell)).to.throw(RangeError, 'no rate')
    })
  }
})

describe('countCell', () => {
  it('is a number with or without separators', () => {
    expect(['0', '305', '95,474', '95474', '1,110,510'].map(countCell)).to.deep.equal([
      0, 305, 95_474, 95_474, 1_110_510,
    ])
  })

  for (const cell of [undefined, '', '95,47', '95,4744', ',474', '9.5', '-3', '1e3', '12 ']) {
    it(`refuses ${JSON.stringify(cell)}`, () => {
      expect(() => countCell(cell)).to.throw(RangeError, 'no count')
    })
  }
})

describe('exceptions', () => {
  it('are the first cells; a row without one excepts nothing', () => {
    const table = { rows: () => [['skill_snapshots', 'dropped'], [''], ['clan_members.id']] }
    expect(exceptions(table)).to.deep.equal(['skill_snapshots', 'clan_members.id'])
    expect(exceptions({ rows: () => [] })).to.deep.equal([])
  })
})

describe('linkDemands', () => {
  const rate = matchRate('m.user_id', [
    { key: 'Bob', link: '1', rows: 99 },
    { key: 'Left', link: null, rows: 1 },
  ])

  it('asks for the rate', () => {
    expect(linkDemands({ 'at least': '99 %' }, rate)).to.deep.equal([[rate, atLeast(0.99)]])
  })

  it('asks for the very rows where they are known: so many of so many', () => {
    const demands = linkDemands({ 'at least': '99 %', matched: '99', of: '100' }, rate)
    expect(demands.slice(0, 2)).to.deep.equal([
      [rate, atLeast(0.99)],
      [rate, exactly(99)],
    ])
    expect(demands[2]?.[0]).to.include({
      subject: 'rows of m.user_id',
      unit: 'rows',
      value: 100,
      population: 100,
    })
    expect(demands[2]?.[1]).to.deep.equal(exactly(100))
  })

  it('refuses a row without a rate, or with half of the rows', () => {
    expect(() => linkDemands({}, rate)).to.throw(RangeError)
    expect(() => linkDemands({ 'at least': '99 %', matched: '99' }, rate)).to.throw(RangeError)
  })
})

describe('durationCell', () => {
  it('gives milliseconds', () => {
    expect(['50 ms', '1.5 s', '2 min'].map(durationCell)).to.deep.equal([50, 1500, 120_000])
    for (const cell of [undefined, '', '50', '50ms', '-1 s', '1 h'])
      expect(() => durationCell(cell)).to.throw(RangeError)
  })
})

describe('ratioCell', () => {
  it('gives a number', () => {
    expect(['100', '0.8'].map(ratioCell)).to.deep.equal([100, 0.8])
    for (const cell of [undefined, '', '100 times', '-1', '1e3', 'Infinity'])
      expect(() => ratioCell(cell)).to.throw(RangeError)
  })
})

describe('linkRuleCell', () => {
  it('is one of the two rules', () => {
    expect(linkRuleCell('exactly')).to.equal('exactly')
    expect(linkRuleCell('ignoring case')).to.equal('ignoring case')
    for (const cell of [undefined, '', 'Exactly', 'case'])
      expect(() => linkRuleCell(cell)).to.throw(RangeError)
  })
})
