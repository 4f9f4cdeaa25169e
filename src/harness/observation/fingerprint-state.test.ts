import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { Catalog } from '../vocabulary/catalog.ts'
import { fingerprintCatalog } from './fingerprint-catalog.ts'
import { fingerprintState } from './fingerprint-state.ts'
import type { ColumnHashes, TableFingerprint } from './table-fingerprint.ts'

const CATALOG: Catalog = { tables: [], views: [], triggers: [], virtualTables: [] }

const table = (name: string, columns: ColumnHashes): TableFingerprint => ({
  table: name,
  rows: 3,
  columns,
  chunks: [],
})

function hash(columns: ColumnHashes): string | null | undefined {
  return fingerprintState({ moment: 'back', at: 'A', catalog: CATALOG, rows: [table('t', columns)] })
    .tables[0]?.hash
}

describe('fingerprintState', () => {
  it('says what a state is, its tables by name', () => {
    const rows = [table('b', { id: '1' }), table('a', { id: '1' })]
    const state = fingerprintState({ moment: 'before', at: 'DedupSnapshots', catalog: CATALOG, rows })
    expect(state).to.deep.include({
      moment: 'before',
      at: 'DedupSnapshots',
      catalog: fingerprintCatalog(CATALOG),
    })
    expect(state.tables.map((each) => [each.table, each.rows])).to.deep.equal([
      ['a', 3],
      ['b', 3],
    ])
    expect(state.tables[0]?.hash).to.match(/^[0-9a-f]{64}$/)
  })

  it('has no hash of rows that were only counted', () => {
    const rows = [{ table: 'a', rows: 3, columns: null }]
    const state = fingerprintState({ moment: 'back', at: 'A', catalog: CATALOG, rows })
    expect(state.tables).to.deep.equal([{ table: 'a', rows: 3, hash: null }])
  })

  it('does not ask in which order the columns were read', () => {
    expect(hash({ a: '1', b: '2' })).to.equal(hash({ b: '2', a: '1' }))
  })

  it('tells a value, a column and their places apart', () => {
    const hashes = [{ a: '1', b: '2' }, { a: '2', b: '1' }, { a: '1' }, { a: '1', c: '2' }, { a: '12' }].map(
      hash,
    )
    expect(new Set(hashes).size).to.equal(hashes.length)
  })
})
