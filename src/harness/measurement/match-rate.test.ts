import { describe, it } from 'node:test'
import { expect } from 'chai'
import { matchRate, quoted, rowsOf } from './match-rate.ts'

const groups = [
  { key: 'Bob', link: '1', rows: 95_474 },
  { key: 'Jo_hn', link: null, rows: 23 },
  { key: 'Left', link: null, rows: 600 },
]

describe('matchRate', () => {
  it('is the rows with a link out of all rows', () => {
    expect(matchRate('wom_snapshots.user_id', groups)).to.include({
      subject: 'wom_snapshots.user_id',
      unit: 'share',
      value: 95_474,
      population: 96_097,
    })
  })

  it('shows the keys that most rows without a link have, first of all', () => {
    const found = matchRate('wom_snapshots.user_id', groups)
    expect(found.witnessCount).to.equal(2)
    expect(found.witnesses).to.deep.equal([
      { where: 'wom_snapshots.user_id of "Left"', what: '600 rows without a match' },
      { where: 'wom_snapshots.user_id of "Jo_hn"', what: '23 rows without a match' },
    ])
  })

  it('names no key where there is none, and no more than ten', () => {
    expect(matchRate('clan_members.id', [{ key: null, link: null, rows: 2 }]).witnesses).to.deep.equal([
      { where: 'clan_members.id', what: '2 rows without a match' },
    ])
    const many = Array.from({ length: 11 }, (_, index) => ({ key: `name ${index}`, link: null, rows: 1 }))
    expect(matchRate('clan_members.id', many)).to.include({ value: 0, witnessCount: 11 })
    expect(matchRate('clan_members.id', many).witnesses).to.have.length(10)
  })

  it('takes an empty text for a link: only NULL is none', () => {
    expect(matchRate('clan_members.id', [{ key: 'Bob', link: '', rows: 1 }]).value).to.equal(1)
  })

  it('says nothing about no rows', () => {
    expect(matchRate('clan_members.id', [])).to.include({ value: 0, population: 0 })
  })
})

describe('rowsOf', () => {
  it('is the sum of all groups', () => {
    expect(rowsOf(groups)).to.equal(96_097)
    expect(rowsOf([])).to.equal(0)
  })
})

describe('quoted', () => {
  it('tells NULL from the text, and shows what cannot be seen', () => {
    expect([null, 'NULL', 'a"b\n'].map(quoted)).to.deep.equal(['NULL', '"NULL"', '"a\\"b\\n"'])
  })
})
