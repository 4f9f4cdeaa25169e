import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { TableDifferences } from '../observation/table-differences.ts'
import { keptRows } from './kept-rows.ts'

const EXPECTED = { members: { key: ['id'], columns: ['id', 'role', 'name'] } }
const members: TableDifferences = {
  table: 'members',
  rowsBefore: 305,
  rowsNow: 308,
  paired: 305,
  columns: { id: 0, role: 12, name: 0 },
  values: [{ key: ['7'], column: 'role', now: "'x'", before: 'NULL' }],
  gone: [],
  added: [['306'], ['307'], ['308']],
}

describe('keptRows', () => {
  it('holds where rows have come in and only excepted columns have changed', () => {
    expect(keptRows(EXPECTED, [members], ['members.role'])).to.deep.include({
      value: 0,
      population: 305,
      witnesses: [],
    })
  })

  it('counts every changed value of another column and names the first ones', () => {
    expect(keptRows(EXPECTED, [members], ['members.name'])).to.deep.include({
      value: 12,
      witnesses: [{ where: 'members #7', what: "role is 'x'; it was NULL" }],
    })
  })

  it('counts rows that are gone, even where as many are new', () => {
    const replaced = { ...members, rowsNow: 305, paired: 302, gone: [['1'], ['2'], ['3']] }
    expect(keptRows(EXPECTED, [replaced], ['members.role'])).to.deep.include({
      value: 3,
      witnesses: [
        { where: 'members #1', what: 'the row is gone' },
        { where: 'members #2', what: 'the row is gone' },
        { where: 'members #3', what: 'the row is gone' },
      ],
    })
  })

  it('does not look at a table that is excepted', () => {
    const other = { ...members, table: 'roles', paired: 300, gone: [['1']] }
    const expected = { ...EXPECTED, roles: EXPECTED.members }
    expect(keptRows(expected, [members, other], ['members.role', 'roles'])).to.include({
      value: 0,
      population: 305,
    })
  })

  it('is breached by a column that nobody could compare', () => {
    const { name: _, ...columns } = members.columns
    expect(keptRows(EXPECTED, [{ ...members, columns }], ['members.role']).value).to.equal(1)
  })

  it('refuses an exception that excepts nothing', () => {
    for (const unknown of ['member', 'members.rank', 'member.role', 'role']) {
      expect(() => keptRows(EXPECTED, [members], [unknown])).to.throw(RangeError, unknown)
    }
  })
})
