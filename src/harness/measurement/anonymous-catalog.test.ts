import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { Catalog } from '../vocabulary/catalog.ts'
import { anonymousCatalog } from './anonymous-catalog.ts'

const PERSON = 'Jo_hn'

const CATALOG: Catalog = {
  tables: [
    {
      name: 't',
      columns: [
        {
          name: 'a',
          type: 'TEXT',
          nullable: true,
          default: `'${PERSON}'`,
          primaryKeyPosition: 0,
          generated: { kind: 'stored', expression: `b || '${PERSON}'` },
          collation: null,
        },
      ],
      primaryKey: [],
      autoIncrement: false,
      withoutRowid: false,
      strict: false,
      indexes: [
        {
          name: 'i',
          origin: 'index',
          unique: false,
          columns: [{ text: `coalesce(a, '${PERSON}')`, expression: true, order: 'asc', collation: null }],
          where: `a <> '${PERSON}'`,
        },
      ],
      foreignKeys: [],
      checks: [`a <> '${PERSON}'`],
      privileges: [{ role: PERSON, right: 'SELECT', column: null, grantable: false }],
      rowSecurity: {
        enabled: true,
        forced: false,
        policies: [
          { name: 'p', permissive: true, command: 'ALL', roles: [PERSON], using: null, check: null },
        ],
      },
      owner: PERSON,
      partitions: { by: 'list (a)', parts: [`t_1 FOR VALUES IN ('${PERSON}')`] },
      rules: [`do instead select '${PERSON}'`],
    },
  ],
  views: [{ name: 'v', sql: `select '${PERSON}'` }],
  triggers: [{ name: 'g', table: 't', sql: `select '${PERSON}'` }],
  virtualTables: [{ name: 'w', sql: `fts5('${PERSON}')` }],
}

describe('anonymousCatalog', () => {
  it('names nobody: no literal, no role, no owner', () => {
    expect(JSON.stringify(CATALOG).split(PERSON).length - 1).to.equal(13)
    expect(JSON.stringify(anonymousCatalog(CATALOG))).not.to.contain(PERSON)
  })

  it('keeps tables, columns, indexes and what they are', () => {
    const { tables, views, triggers } = anonymousCatalog(CATALOG)
    expect(tables[0]).to.deep.include({ name: 't', checks: ["a <> '…'"] })
    expect(tables[0]?.columns[0]).to.deep.include({ name: 'a', type: 'TEXT', default: "'…'" })
    expect(tables[0]?.indexes[0]?.columns[0]?.text).to.equal("coalesce(a, '…')")
    expect([views[0]?.sql, triggers[0]?.sql]).to.deep.equal(["select '…'", "select '…'"])
  })
})
