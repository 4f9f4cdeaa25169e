import { describe, it } from 'node:test'
import { expect } from 'chai'
import { lostRows } from './lost-rows.ts'

const before = { clan_members: 305, skill_snapshots: 200_000 }

describe('lostRows', () => {
  it('holds when every table has its rows, and speaks for them all; new tables do not matter', () => {
    expect(lostRows(before, { ...before, migrations: 3 })).to.include({ value: 0, population: 200_305 })
  })

  it('breaches on rows too few, rows too many and tables that are gone', () => {
    expect(
      lostRows({ ...before, wom_records: 1 }, { clan_members: 304, wom_records: 2_000 }),
    ).to.deep.include({
      value: 3,
      witnesses: [
        { where: 'clan_members', what: '304 rows; expected 305' },
        { where: 'skill_snapshots', what: 'the table is gone' },
        { where: 'wom_records', what: '2,000 rows; expected 1' },
      ],
    })
  })

  it('tells an empty table from one that is gone', () => {
    expect(lostRows({ clan_members: 0 }, { clan_members: 0 }).value).to.equal(0)
    expect(lostRows({ clan_members: 0 }, {}).value).to.equal(1)
  })

  it('leaves out excepted tables', () => {
    expect(lostRows(before, { clan_members: 305 }, ['skill_snapshots'])).to.include({
      value: 0,
      population: 305,
    })
  })

  it('says nothing about no rows', () => {
    expect(lostRows({}, before).population).to.equal(0)
    expect(lostRows(before, {}, ['clan_members', 'skill_snapshots']).population).to.equal(0)
  })
})
