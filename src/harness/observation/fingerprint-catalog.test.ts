import { test } from 'node:test'
import { expect } from 'chai'
import { fingerprintCatalog } from './fingerprint-catalog.ts'

const EMPTY = { tables: [], views: [], triggers: [], virtualTables: [] }

test('the order in which an object was built says nothing, content does', () => {
  const reordered = { virtualTables: [], triggers: [], views: [], tables: [] }
  const withView = { ...EMPTY, views: [{ name: 'v', sql: 'create view v as select 1' }] }
  expect(fingerprintCatalog(reordered)).to.equal(fingerprintCatalog(EMPTY))
  expect(fingerprintCatalog(withView)).not.to.equal(fingerprintCatalog(EMPTY))
  expect(fingerprintCatalog(EMPTY)).to.match(/^[0-9a-f]{64}$/)
})
