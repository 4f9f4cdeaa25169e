import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { Integrity } from '../observation/integrity.ts'
import { unsoundness, violatedForeignKeys } from './engine-faults.ts'

const sound: Integrity = { foreignKeys: 3, childRows: 900, violationCount: 0, violations: [], messages: [] }

describe('violatedForeignKeys', () => {
  it('holds when the engine finds none, and speaks for the rows that have a foreign key', () => {
    expect(violatedForeignKeys(sound)).to.include({ subject: '3 foreign keys', value: 0, population: 900 })
  })

  it('counts all violations and shows the first, with or without a row id', () => {
    const violations = [
      { table: 'wom_snapshots', rowid: '17', parent: 'clan_members', columns: ['user_id'] },
      { table: 'pairs', rowid: null, parent: 'clan_members', columns: ['a', 'b'] },
    ]
    expect(violatedForeignKeys({ ...sound, violationCount: 120, violations })).to.deep.include({
      value: 120,
      witnessCount: 120,
      witnesses: [
        { where: 'wom_snapshots #17', what: 'its user_id is not in clan_members' },
        { where: 'pairs #?', what: 'its a, b is not in clan_members' },
      ],
    })
  })

  it('says nothing without a foreign key, however many rows there are', () => {
    expect(violatedForeignKeys({ ...sound, foreignKeys: 0 }).population).to.equal(0)
    expect(violatedForeignKeys({ ...sound, childRows: 0 }).population).to.equal(0)
  })
})

describe('unsoundness', () => {
  it('holds when the engine has no complaint', () => {
    expect(unsoundness(sound, 900)).to.include({ value: 0, population: 900 })
  })

  it('shows what the engine complains of', () => {
    expect(unsoundness({ ...sound, messages: ['row 3 missing from index idx_a'] }, 900)).to.deep.include({
      value: 1,
      witnesses: [{ where: 'database', what: 'row 3 missing from index idx_a' }],
    })
  })

  it('says nothing about a database without rows', () => {
    expect(unsoundness(sound, 0).population).to.equal(0)
  })
})
