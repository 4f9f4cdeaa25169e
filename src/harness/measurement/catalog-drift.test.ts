import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { Catalog, Column, ForeignKey, Index, IndexColumn, Table } from '../vocabulary/catalog.ts'
import { catalogDrift } from './catalog-drift.ts'

const column = (name: string, changes: Partial<Column> = {}): Column => ({
  name,
  type: 'INTEGER',
  nullable: true,
  default: null,
  primaryKeyPosition: 0,
  generated: null,
  collation: null,
  ...changes,
})
const plain = (text: string): IndexColumn => ({ text, expression: false, order: 'asc', collation: null })
const index = (name: string | null, columns: readonly string[], changes: Partial<Index> = {}): Index => ({
  name,
  origin: name === null ? 'unique' : 'index',
  unique: name === null,
  columns: columns.map(plain),
  where: null,
  ...changes,
})
const link: ForeignKey = {
  columns: ['user_id'],
  table: 'clan_members',
  references: ['id'],
  onDelete: 'SET NULL',
  onUpdate: 'NO ACTION',
  deferrable: 'no',
}
const table: Table = {
  name: 'wom_snapshots',
  columns: [column('id', { primaryKeyPosition: 1 }), column('user_id')],
  primaryKey: ['id'],
  autoIncrement: false,
  withoutRowid: false,
  strict: false,
  indexes: [index('idx_user', ['user_id']), index(null, ['user_id', 'id'])],
  foreignKeys: [link],
  checks: ['id > 0'],
}
const catalog = (changes: Partial<Table> = {}, others: Partial<Catalog> = {}): Catalog => ({
  tables: [{ ...table, ...changes }],
  views: [{ name: 'latest', sql: 'select 1' }],
  triggers: [{ name: 'guard', table: 'wom_snapshots', sql: 'begin end' }],
  virtualTables: [{ name: 'search', sql: 'using fts5' }],
  ...others,
})
const userId = (changes: Partial<Column>) =>
  catalog({
    columns: table.columns.map((each) => (each.name === 'user_id' ? { ...each, ...changes } : each)),
  })
const userIndex = (changes: Partial<Index>) =>
  catalog({ indexes: [index('idx_user', ['user_id'], changes), index(null, ['user_id', 'id'])] })
const EMPTY: Catalog = { tables: [], views: [], triggers: [], virtualTables: [] }
const drift = (actual: Catalog, accepted?: readonly string[]) =>
  catalogDrift('catalog', catalog(), actual, accepted).witnesses.map(({ where, what }) => `${where} ${what}`)

describe('catalogDrift', () => {
  it('holds when every object is the same, and speaks for each of them', () => {
    // Table, order of columns, two columns, two indexes, foreign key, check, view, trigger, virtual table.
    expect(catalogDrift('catalog', catalog(), catalog())).to.include({ value: 0, population: 11 })
  })

  it('breaches on every kind of object that is missing', () => {
    expect(drift(EMPTY)).to.have.length(10)
    expect(catalogDrift('catalog', catalog(), EMPTY).value).to.equal(11)
  })

  it('breaches on every kind of object that is extra', () => {
    expect(catalogDrift('catalog', EMPTY, catalog()).value).to.equal(11)
  })

  const changes: readonly (readonly [string, Catalog, string])[] = [
    ['the type of a column', userId({ type: 'TEXT' }), 'user_id is {"type":"TEXT"'],
    ['nullability', userId({ nullable: false }), 'user_id is {"type":"INTEGER","nullable":false'],
    ['a default', userId({ default: '0' }), 'column wom_snapshots.user_id is'],
    [
      'the order of columns',
      catalog({ columns: [...table.columns].reverse() }),
      'is user_id, id; expected id, user_id',
    ],
    [
      'the order in an index',
      userIndex({ columns: [{ ...plain('user_id'), order: 'desc' }] }),
      'index idx_user is',
    ],
    ['the condition of an index', userIndex({ where: 'id > 1' }), 'index idx_user is'],
    ['the uniqueness of an index', userIndex({ unique: true }), 'index idx_user is'],
    [
      'the action of a foreign key',
      catalog({ foreignKeys: [{ ...link, onDelete: 'CASCADE' }] }),
      'foreign key wom_snapshots (user_id) to clan_members (id) is',
    ],
    ['an option of the table', catalog({ withoutRowid: true }), 'table wom_snapshots is'],
    [
      'the text of a view',
      catalog({}, { views: [{ name: 'latest', sql: 'select 2' }] }),
      'view latest is select 2',
    ],
    [
      'a trigger',
      catalog({}, { triggers: [{ name: 'guard', table: 'other', sql: 'begin end' }] }),
      'guard is on other',
    ],
    [
      'a virtual table',
      catalog({}, { virtualTables: [{ name: 'search', sql: 'using rtree' }] }),
      'virtual table search is',
    ],
  ]
  for (const [what, actual, witness] of changes) {
    it(`breaches on ${what}, and on nothing else`, () => {
      const found = drift(actual)
      expect(found).to.have.length(1)
      expect(found[0]).to.contain(witness)
    })
  }

  it('breaches on another check: the one is missing and the other extra', () => {
    expect(drift(catalog({ checks: ['id > 1'] }))).to.deep.equal([
      'check of wom_snapshots: id > 0 is missing',
      'check of wom_snapshots: id > 1 is not expected: id > 1',
    ])
  })

  it('breaches on an index that moved to another table under its name', () => {
    const other: Table = { ...table, name: 'other', indexes: [index('idx_user', ['user_id'])] }
    const actual = { ...catalog({ indexes: [index(null, ['user_id', 'id'])] }) }
    const found = drift({ ...actual, tables: [...actual.tables, other] })
    expect(found.find((line) => line.startsWith('index idx_user is'))).to.contain('"table":"other"')
  })

  it('tells constraints on the same columns apart by what they say', () => {
    const twice = catalog({ foreignKeys: [{ ...link, onDelete: 'CASCADE' }, link] })
    expect(drift(twice)).to.have.length(1)
    const collated = index(null, ['user_id', 'id'], {
      columns: ['user_id', 'id'].map((text) => ({
        text,
        expression: false,
        order: 'asc',
        collation: 'NOCASE',
      })),
    })
    expect(
      drift(catalog({ indexes: [index('idx_user', ['user_id']), collated, index(null, ['user_id', 'id'])] })),
    ).to.have.length(1)
  })

  it('accepts a column and an index that were made by hand, there or not, wherever the column stands', () => {
    const made = ['wom_snapshots.note', 'index idx_note']
    const [id = column('id'), userId = column('user_id')] = table.columns
    const withThem = catalog({
      columns: [id, column('note'), userId],
      indexes: [...table.indexes, index('idx_note', ['note'])],
    })
    expect(drift(withThem, made)).to.deep.equal([])
    expect(drift(catalog(), made)).to.deep.equal([])
    expect(drift(withThem)).to.have.length(3)
    expect(drift(withThem, ['index idx_note'])).to.have.length(2)
  })

  it('accepts with a table that was made by hand everything that is a part of it, and nothing else', () => {
    const bans: Table = { ...table, name: 'bans', indexes: [index('idx_bans', ['user_id'])] }
    const withIt = catalog({}, { tables: [table, bans] })
    expect(drift(withIt)).to.have.length(7)
    expect(drift(withIt, ['table bans'])).to.deep.equal([])
    expect(drift(withIt, ['index idx_bans'])).to.have.length(6)
    expect(drift(userId({ type: 'TEXT' }), ['table wom_snapshots'])).to.have.length(1)
  })

  it('takes what is accepted for expected where the expected catalog has it already', () => {
    expect(drift(catalog(), ['wom_snapshots.user_id', 'index idx_user'])).to.deep.equal([])
    const [id = column('id')] = table.columns
    expect(drift(catalog({ columns: [id] }), ['wom_snapshots.user_id'])).to.include(
      'column wom_snapshots.user_id is missing',
    )
  })

  it('says nothing about two empty databases', () => {
    expect(catalogDrift('catalog', EMPTY, EMPTY).population).to.equal(0)
  })
})
