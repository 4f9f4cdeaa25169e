import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { QueryPlan } from '../observation/query-plan.ts'
import type { Catalog, Table } from '../vocabulary/catalog.ts'
import { unusedIndexes } from './unused-indexes.ts'

const table = (name: string, ...indexes: readonly (string | null)[]): Table => ({
  name,
  columns: [],
  primaryKey: [],
  autoIncrement: false,
  withoutRowid: false,
  strict: false,
  indexes: indexes.map((index) => ({
    name: index,
    origin: 'index',
    unique: false,
    columns: [],
    where: null,
  })),
  foreignKeys: [],
  checks: [],
})
const catalog = (...tables: readonly Table[]): Catalog => ({
  tables,
  views: [],
  triggers: [],
  virtualTables: [],
})
const plan = (...indexes: readonly string[]): QueryPlan => ({
  name: 'q',
  steps: [],
  reads: [],
  scans: [],
  indexes,
  sorts: [],
})

const before = catalog(table('a', 'old'))
const after = catalog(table('a', 'old', 'new_1', null), table('b', 'new_2'))

describe('unusedIndexes', () => {
  it('holds when some query uses each of the new indexes; old ones and nameless ones do not matter', () => {
    expect(unusedIndexes(before, after, [plan('new_1'), plan('new_2')])).to.include({
      value: 0,
      population: 2,
    })
  })

  it('names an index that no query uses', () => {
    expect(unusedIndexes(before, after, [plan('new_1', 'old'), plan()]).witnesses).to.deep.equal([
      { where: 'index new_2', what: 'none of 2 queries uses it' },
    ])
  })

  it('says nothing where there is no new index', () => {
    expect(unusedIndexes(after, after, [plan()]).population).to.equal(0)
  })

  it('breaches, and does not hold, when there are indexes and no queries', () => {
    expect(unusedIndexes(before, after, [])).to.include({ value: 2, population: 2 })
  })
})
