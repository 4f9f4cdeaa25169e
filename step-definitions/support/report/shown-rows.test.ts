import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { Dashboard } from '../../../src/pipeline/dashboard/dashboard-schema.ts'
import { shownOtherwise } from './shown-otherwise.ts'
import { rowsOfCsv, rowsOfDashboard } from './shown-rows.ts'

describe('rowsOfCsv', () => {
  it('gives literals without the moment of joining, in the order of the bytes', () => {
    const csv = '"Name","Rank","Joined (UTC)","Messages"\r\n"bob",,,0\r\n"O\'Ann","owner","2024",7\r\n'
    expect(rowsOfCsv(csv)).to.deep.equal([
      ["'O''Ann'", "'owner'", '7'],
      ["'bob'", 'NULL', '0'],
    ])
  })
})

describe('rowsOfDashboard', () => {
  it('gives what the queries give, without days and hours of nothing', () => {
    const dashboard = {
      days: [
        { day: '2025-12-21', experience: 0, messages: 2, authors: 1 },
        { day: '2025-12-22', experience: 5, messages: 0, authors: 0 },
      ],
      week: [{ messages: [0, 3] }, { messages: [4, 0] }],
      topBosses: [{ boss: 'zulrah', kills: 9, members: 2, most: { name: 'Ann', kills: 6 } }],
      leaders: { messages: [{ name: 'Ann', figure: 7 }] },
    } as unknown as Dashboard
    expect(rowsOfDashboard(dashboard)).to.deep.equal({
      'experience of each day': [["'2025-12-22'", '5']],
      'messages of each day': [["'2025-12-21'", '2', '1']],
      'messages of each hour of the week': [
        ['0', '1', '3'],
        ['1', '0', '4'],
      ],
      'top bosses': [["'zulrah'", '9', '2', '6']],
      'messages of the ten who wrote most': [['7']],
    })
  })
})

describe('shownOtherwise', () => {
  const held = { name: 'report', columns: ['name', 'n'], rows: [["'Ann'", '7']] }

  it('names the row that is shown otherwise', () => {
    expect(shownOtherwise([held], 'report', [["'Ann'", '7']])).to.include({ value: 0, population: 1 })
    expect(shownOtherwise([held], 'report', [["'Ann'", '8']]).witnesses).to.deep.equal([
      { where: 'row 1', what: "is 'Ann', 8; expected 'Ann', 7" },
    ])
  })

  it('has nothing to compare with where nobody answers', () => {
    expect(() => shownOtherwise([], 'report', [])).to.throw('nobody asked')
    expect(() => shownOtherwise([{ name: 'report', failure: 'no such table' }], 'report', [])).to.throw(
      'no such table',
    )
  })
})
