import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { Catalog, ForeignKey, Index, Table } from '../vocabulary/catalog.ts'
import { unfinishedObjects } from './unfinished-objects.ts'

const link: ForeignKey = {
  ...{ columns: ['user_id'], table: 'clan_members', references: ['id'] },
  ...{ onDelete: 'SET NULL', onUpdate: 'NO ACTION', deferrable: 'no' },
}
const index: Index = {
  ...{ name: 'idx_user', origin: 'index', unique: false, where: null },
  columns: [{ text: 'user_id', expression: false, order: 'asc', collation: null }],
}
const table: Table = {
  ...{ name: 'wom_snapshots', columns: [], primaryKey: ['id'] },
  ...{ autoIncrement: false, withoutRowid: false, strict: false },
  ...{ indexes: [index], foreignKeys: [link], checks: ['id > 0'] },
}
const catalog = (changes: Partial<Table>): Catalog => ({
  tables: [{ ...table, ...changes }],
  ...{ views: [], triggers: [], virtualTables: [] },
})
const witnessesOf = (changes: Partial<Table>) => unfinishedObjects(catalog(changes)).witnesses

describe('unfinishedObjects', () => {
  it('holds where all are finished, and speaks for all of them', () => {
    expect(unfinishedObjects(catalog({}))).to.include({ value: 0, population: 3 })
  })

  it('breaches on a foreign key that was never validated', () => {
    expect(witnessesOf({ foreignKeys: [link, { ...link, validated: false }] })).to.deep.equal([
      { where: 'foreign key wom_snapshots (user_id) to clan_members', what: 'is not validated' },
    ])
  })

  it('breaches on a check that was never validated, and on no check that only speaks of it', () => {
    expect(witnessesOf({ checks: ['id > 0 not valid', "note <> 'not valid'"] })).to.deep.equal([
      { where: 'check of wom_snapshots: id > 0', what: 'is not validated' },
    ])
  })

  it('breaches on an index that is not valid, with or without a name', () => {
    const invalid: readonly Index[] = [
      { ...index, valid: false },
      { ...index, name: null, origin: 'unique', valid: false },
    ]
    expect(witnessesOf({ indexes: invalid })).to.deep.equal([
      { where: 'index idx_user', what: 'is not valid' },
      { where: 'unique of wom_snapshots (user_id)', what: 'is not valid' },
    ])
  })

  it('says nothing where there is nothing to finish', () => {
    expect(unfinishedObjects(catalog({ indexes: [], foreignKeys: [], checks: [] })).population).to.equal(0)
  })
})
