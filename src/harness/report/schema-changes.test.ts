import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { Catalog, Deferrable, Index, IndexColumn, Table } from '../vocabulary/catalog.ts'
import { sampleSchemas } from './sample/sample-schemas.ts'
import { schemaChanges } from './schema-changes.ts'

const { before, after } = sampleSchemas()
const changes = schemaChanges(before.catalog, after.catalog)

const table = (name: string) => changes.tables.find((each) => each.name === name)
const line = (name: string, what: string) => table(name)?.changes.find((change) => change.what === what)

describe('schemaChanges', () => {
  it('tells tables that went from tables that changed, and names those that are as they were', () => {
    expect(changes.tables.map(({ sign, name }) => `${sign} ${name}`)).to.deep.equal([
      '~ boss_snapshots',
      '~ clan_members',
      '~ discord_messages',
      '− skill_snapshots',
      '~ wom_records',
      '~ wom_snapshots',
    ])
    const { tables } = before.catalog
    const some = schemaChanges(before.catalog, { ...before.catalog, tables: tables.slice(1) })
    expect(some.tables.map(({ sign, name }) => `${sign} ${name}`)).to.deep.equal(['− boss_snapshots'])
    expect(some.unchangedTables).to.equal(5)
  })

  it('tells what is new in words', () => {
    expect(line('wom_snapshots', 'column user_id')).to.deep.equal({
      sign: '+',
      kind: 'column',
      what: 'column user_id',
      before: null,
      after: 'INTEGER, nullable',
    })
    expect(line('wom_snapshots', 'foreign key (user_id) to clan_members (id)')?.after).to.equal(
      'on delete SET NULL',
    )
    expect(line('wom_snapshots', 'index idx_wom_snapshots_user_id_timestamp')?.after).to.equal(
      'on wom_snapshots (user_id, timestamp)',
    )
  })

  it('tells what changed, old and new, once', () => {
    expect(table('clan_members')?.changes.slice(0, 3)).to.deep.equal([
      { sign: '~', kind: 'primary key', what: 'primary key', before: 'username', after: 'id' },
      { sign: '~', kind: 'auto increment', what: 'auto increment', before: 'no', after: 'yes' },
      {
        sign: '~',
        kind: 'column',
        what: 'column username',
        before: 'VARCHAR, NOT NULL, part 1 of the primary key',
        after: 'VARCHAR, NOT NULL',
      },
    ])
    expect(line('clan_members', 'primary key (username)')).to.equal(undefined)
  })

  it("tells of a key's own index only what the table does not say", () => {
    const keyed = (key: string, deferrable: Deferrable): Catalog => {
      const [table, ...others] = before.catalog.tables
      const column: IndexColumn = { text: key, expression: false, order: 'asc', collation: null }
      const index: Index = { name: null, origin: 'primary key', unique: true, columns: [column], where: null }
      const indexes = [{ ...index, deferrable }]
      return { ...before.catalog, tables: [{ ...(table as Table), primaryKey: [key], indexes }, ...others] }
    }
    const linesOf = (one: Catalog, other: Catalog) =>
      schemaChanges(one, other).tables.flatMap(({ changes: lines }) => lines.map(({ what }) => what))
    expect(linesOf(keyed('id', 'no'), keyed('rank', 'no'))).to.deep.equal(['primary key'])
    expect(linesOf(keyed('id', 'no'), keyed('id', 'initially deferred'))).to.deep.equal(['primary key (id)'])
  })

  it('counts what is as it was', () => {
    // Five columns, two indexes.
    expect(table('wom_snapshots')?.unchanged).to.equal(7)
    expect(table('skill_snapshots')?.unchanged).to.equal(0)
    const { tables } = before.catalog
    const some = schemaChanges(before.catalog, { ...before.catalog, tables: tables.slice(1) })
    expect(some.unchanged).to.equal(
      tables.slice(1).flatMap((each) => [...each.columns, ...each.indexes]).length,
    )
  })

  it('sums up by kind, without what goes with its table', () => {
    expect(changes.summary).to.deep.equal([
      '1 table dropped',
      '4 columns added',
      '1 column changed',
      '7 indexes added',
      '3 foreign keys added',
      '2 triggers added',
      '1 primary key changed',
      '1 auto increment changed',
    ])
  })

  it('lists what belongs to no table', () => {
    expect(changes.others.map(({ sign, what }) => `${sign} ${what}`)).to.deep.equal([
      '+ trigger trg_clan_members_keep_id_insert',
      '+ trigger trg_clan_members_keep_id_update',
    ])
  })

  it('tells what has no words of its own, as a sequence, without its braces', () => {
    const sequence = { name: 's', type: 'BIGINT', start: '1', increment: '1', least: '1', most: '9' }
    const sequences = [{ ...sequence, cycle: false, owner: null }]
    const [line] = schemaChanges(before.catalog, { ...before.catalog, sequences }).others
    expect(line?.after).to.equal('type BIGINT, start 1, increment 1, least 1, most 9, cycle no, owner none')
  })

  it('says that nothing changed', () => {
    const nothing = schemaChanges(before.catalog, before.catalog)
    expect(nothing).to.deep.include({ tables: [], others: [], summary: [] })
    expect(nothing.unchangedTables).to.equal(6)
  })

  it('keeps apart what has the name of another in it', () => {
    const odd = (name: string): Table => ({ ...(before.catalog.tables[1] as Table), name, indexes: [] })
    const catalog = (...tables: Table[]): Catalog => ({ ...before.catalog, tables })
    const { tables } = schemaChanges(catalog(odd('a')), catalog(odd('a'), odd('a.b'), odd('a (b)')))
    expect(tables.map(({ sign, name }) => `${sign} ${name}`)).to.deep.equal(['+ a (b)', '+ a.b'])
    expect(tables[1]?.changes.map(({ what }) => what)).to.deep.equal([
      'column username',
      'column role',
      'column joined_at',
      'column last_updated',
    ])
  })
})
