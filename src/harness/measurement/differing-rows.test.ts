import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { TableDifferences } from '../observation/table-differences.ts'
import { differingRows } from './differing-rows.ts'

const EXPECTED = {
  members: { key: ['id'], columns: ['id', 'role'] },
  skills: { key: ['id'], columns: ['id'] },
}
const members: TableDifferences = {
  table: 'members',
  rowsBefore: 305,
  rowsNow: 305,
  paired: 305,
  columns: { id: 0, role: 0 },
  values: [],
  gone: [],
  added: [],
}
const skills: TableDifferences = {
  ...members,
  table: 'skills',
  rowsBefore: 9,
  rowsNow: 0,
  paired: 0,
  columns: { id: 0 },
}

describe('differingRows', () => {
  it('holds where nothing differs, for every row of before', () => {
    expect(differingRows(EXPECTED, [members, skills], ['skills'])).to.include({ value: 0, population: 305 })
  })

  it('counts every value and names the first ones', () => {
    const changed = {
      ...members,
      columns: { id: 0, role: 12 },
      values: [{ key: ['7'], column: 'role', now: "'x'", before: 'NULL' }],
    }
    expect(differingRows(EXPECTED, [changed], ['skills'])).to.deep.include({
      value: 12,
      witnesses: [{ where: 'members #7', what: "role is 'x'; it was NULL" }],
    })
  })

  it('counts rows that are gone or new, even as many of the one as of the other', () => {
    const swapped = { ...members, paired: 304, gone: [['1']], added: [['2']] }
    expect(differingRows(EXPECTED, [swapped], ['skills'])).to.deep.include({
      value: 2,
      witnesses: [
        { where: 'members #1', what: 'the row is gone' },
        { where: 'members #2', what: 'the row is new' },
      ],
    })
  })

  it('is breached by a table or a column that nobody could compare', () => {
    const { role: _, ...columns } = members.columns
    expect(differingRows(EXPECTED, [{ ...members, columns }]).witnesses).to.deep.equal([
      { where: 'members.role', what: 'the column is gone' },
      { where: 'skills', what: 'the table is gone' },
    ])
  })

  it('says nothing of no rows', () => {
    const empty = { ...members, rowsBefore: 0, rowsNow: 0, paired: 0 }
    expect(differingRows({ members: EXPECTED.members }, [empty])).to.include({ value: 0, population: 0 })
  })
})
