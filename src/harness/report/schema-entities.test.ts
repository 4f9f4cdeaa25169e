import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { Catalog, Table } from '../vocabulary/catalog.ts'
import { sampleCatalog } from './sample/sample-catalog.ts'
import { sampleSchemas } from './sample/sample-schemas.ts'
import { schemaEntities } from './schema-entities.ts'

const { before, after } = sampleSchemas()

describe('schemaEntities', () => {
  it('marks what is new or another where the schema is the later one', () => {
    const { entities, references, left } = schemaEntities(after.catalog, before.catalog, 'new')
    expect(entities.map(({ name, standing }) => `${name} ${standing}`)).to.deep.equal([
      'boss_snapshots changed',
      'clan_members changed',
      'discord_messages changed',
      'wom_records changed',
      'wom_snapshots changed',
    ])
    expect(entities[1]?.columns.slice(0, 2)).to.deep.equal([
      { name: 'id', type: 'INTEGER', isKey: true, refers: false, standing: 'new' },
      { name: 'username', type: 'VARCHAR', isKey: false, refers: false, standing: 'changed' },
    ])
    expect(references[0]).to.deep.equal({
      from: { entity: 0, row: 5 },
      to: { entity: 4, row: 0 },
      action: 'on delete CASCADE',
      standing: 'new',
    })
    expect(entities[0]?.columns[5]).to.deep.include({
      name: 'wom_snapshot_id',
      refers: true,
      standing: 'new',
    })
    expect(left).to.equal(0)
  })

  it('marks what is gone where the schema is the earlier one', () => {
    const { entities } = schemaEntities(before.catalog, after.catalog, 'gone')
    const gone = entities.find(({ name }) => name === 'skill_snapshots')
    expect(gone?.standing).to.equal('gone')
    expect(gone?.columns.every(({ standing }) => standing === 'gone')).to.equal(true)
  })

  it('marks nothing where there is nothing to compare with', () => {
    const { entities } = schemaEntities(before.catalog, undefined, 'new')
    expect(new Set(entities.flatMap(({ columns }) => columns.map(({ standing }) => standing)))).to.deep.equal(
      new Set(['same']),
    )
  })

  it('leaves out a reference to a table that is not there', () => {
    const catalog = sampleCatalog({
      a: { columns: ['id INTEGER', 'b_id INTEGER'], key: 'id', references: ['b_id to b, CASCADE'] },
    })
    expect(schemaEntities(catalog, undefined, 'new').references).to.deep.equal([])
  })

  it('names the types of a server as short as it can', () => {
    const { catalog } = before
    const [table] = catalog.tables
    const column = { ...(table as Table).columns[0], type: 'TIMESTAMP WITH TIME ZONE' }
    const one = { ...catalog, tables: [{ ...table, columns: [column] }] } as Catalog
    expect(schemaEntities(one, undefined, 'new').entities[0]?.columns[0]?.type).to.equal('TIMESTAMPTZ')
  })

  it('draws of a large schema what changed, with its neighbours, and counts the rest', () => {
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `t${String(index).padStart(2, '0')}`,
        {
          columns: ['id INTEGER', 'p_id INTEGER'],
          key: 'id',
          references: index === 7 ? ['p_id to t09, CASCADE'] : [],
        },
      ]),
    )
    const later = { ...many, t07: { ...many.t07, columns: ['id INTEGER', 'p_id BIGINT'], key: 'id' } }
    const { entities, left } = schemaEntities(sampleCatalog(later as typeof many), sampleCatalog(many), 'new')
    expect(entities.map(({ name }) => name)).to.deep.equal(['t07', 't09'])
    expect(left).to.equal(58)
  })
})
