import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { ChunkFingerprint, TableFingerprint } from '../observation/table-fingerprint.ts'
import { changedRows, suspects } from './changed-rows.ts'

const chunk = (first: number, last: number, columns: Readonly<Record<string, string>>): ChunkFingerprint => ({
  firstKey: [String(first)],
  lastKey: [String(last)],
  rows: last - first + 1,
  columns,
})

const members: TableFingerprint = {
  table: 'clan_members',
  rows: 4,
  columns: { username: 'u', role: 'r' },
  chunks: [chunk(1, 2, { username: 'u1', role: 'r1' }), chunk(3, 4, { username: 'u2', role: 'r2' })],
}
const skills: TableFingerprint = { table: 'skill_snapshots', rows: 9, columns: { xp: 'x' }, chunks: [] }

describe('changedRows', () => {
  it('holds when every hash is the same, and speaks for every row', () => {
    expect(changedRows('rows', [members, skills], [skills, members])).to.include({ value: 0, population: 13 })
  })

  it('names the column and the first rows that differ', () => {
    const after = {
      ...members,
      columns: { username: 'u', role: 'other' },
      chunks: [members.chunks[0] ?? chunk(0, 0, {}), chunk(3, 4, { username: 'u2', role: 'other' })],
    }
    expect(changedRows('rows', [members], [after])).to.deep.include({
      value: 1,
      witnesses: [{ where: 'clan_members.role', what: 'values differ, first between 3 and 4' }],
    })
  })

  it('points behind the last row of before when rows came on top', () => {
    const after = {
      ...members,
      rows: 5,
      columns: { username: 'v', role: 'r' },
      chunks: [...members.chunks, chunk(5, 5, { username: 'u3', role: 'r3' })],
    }
    expect(changedRows('rows', [members], [after]).witnesses).to.deep.equal([
      { where: 'clan_members', what: '5 rows; 4 before' },
      { where: 'clan_members.username', what: 'values differ, first between 5 and 5' },
    ])
  })

  it('breaches when rows, a column or a table are gone', () => {
    const { role: _, ...columns } = members.columns
    const after = { ...members, rows: 3, columns }
    expect(changedRows('rows', [members, skills], [after]).witnesses).to.deep.equal([
      { where: 'clan_members', what: '3 rows; 4 before' },
      { where: 'clan_members.role', what: 'the column is gone' },
      { where: 'skill_snapshots', what: 'the table is gone' },
    ])
  })

  it('leaves out excepted tables and columns, and only those', () => {
    const after = { ...members, columns: { username: 'other', role: 'other' } }
    expect(
      changedRows('rows', [members, skills], [after], ['skill_snapshots', 'clan_members.role']),
    ).to.deep.include({
      value: 1,
      population: 4,
      witnesses: [{ where: 'clan_members.username', what: 'values differ' }],
    })
  })

  it('does not mind columns and tables that are new', () => {
    const after = { ...members, columns: { ...members.columns, id: 'i' } }
    expect(changedRows('rows', [members], [after, skills]).value).to.equal(0)
  })

  it('says nothing where there is nothing to compare', () => {
    expect(changedRows('rows', [], [members])).to.include({ value: 0, population: 0 })
    expect(changedRows('rows', [members], [], ['clan_members'])).to.include({ value: 0, population: 0 })
    expect(changedRows('rows', [{ ...members, rows: 0 }], [{ ...members, rows: 0 }]).population).to.equal(0)
  })

  it('shows the rows that somebody found at a suspect, and its range where nobody found any', () => {
    const after = { ...members, columns: { username: 'v', role: 's' }, chunks: [] }
    const rows = [{ where: 'clan_members #2', what: 'role is "x"; "y" before' }]
    const found = changedRows('rows', [members], [after], [], ({ column }) => (column === 'role' ? rows : []))
    expect(found.witnesses).to.deep.equal([
      { where: 'clan_members.username', what: 'values differ, first between 1 and 2' },
      ...rows,
    ])
  })
})

describe('suspects', () => {
  it('are the places that differ first, one for each column', () => {
    const after = {
      ...members,
      columns: { username: 'v', role: 's' },
      chunks: [chunk(1, 2, { username: 'u1', role: 's1' }), chunk(3, 4, { username: 'v2', role: 's2' })],
    }
    expect(suspects([members, skills], [after, skills])).to.deep.equal([
      { table: 'clan_members', column: 'username', firstKey: ['3'], lastKey: ['4'] },
      { table: 'clan_members', column: 'role', firstKey: ['1'], lastKey: ['2'] },
    ])
  })

  it('are none where nothing differs, is excepted, or is gone', () => {
    const after = { ...members, columns: { username: 'v' } }
    expect(suspects([members, skills], [skills, members])).to.deep.equal([])
    expect(suspects([members, skills], [after], ['clan_members.username'])).to.deep.equal([])
    expect(suspects([members], [after], ['clan_members'])).to.deep.equal([])
  })
})
