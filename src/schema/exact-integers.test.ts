import { describe, it } from 'node:test'
import Database from 'better-sqlite3'
import { expect } from 'chai'
import { makeIntegersExact } from './exact-integers.ts'

const SELECT = "SELECT 1318672905128575079 AS large, 7 AS small, 1.5 AS real, NULL AS missing, x'01' AS bytes"
const ROW = { large: 1318672905128575079n, small: 7, real: 1.5, missing: null, bytes: Buffer.from([1]) }

describe('makeIntegersExact', () => {
  it('is needed: the driver alone rounds', () => {
    const database = new Database(':memory:')
    expect(database.prepare('SELECT 1318672905128575079 AS id').get()).to.deep.equal({
      id: 1318672905128575000,
    })
  })

  it('reads safe integers as numbers and others as bigints, by every way of reading', () => {
    const database = new Database(':memory:')
    makeIntegersExact(database)
    expect(database.prepare(SELECT).all()).to.deep.equal([ROW])
    expect(database.prepare(SELECT).get()).to.deep.equal(ROW)
    expect([...database.prepare(SELECT).iterate()]).to.deep.equal([ROW])
    expect(database.prepare('SELECT 9223372036854775807').pluck().get()).to.equal(9223372036854775807n)
    expect(database.prepare('SELECT -9007199254740992 AS low, 9007199254740991 AS safe').get()).to.deep.equal(
      {
        low: -9007199254740992n,
        safe: 9007199254740991,
      },
    )
  })

  it('leaves the row id of an INSERT a number, with which TypeORM calculates', () => {
    const database = new Database(':memory:')
    makeIntegersExact(database)
    database.exec('CREATE TABLE t (id integer PRIMARY KEY)')
    expect(database.prepare('INSERT INTO t DEFAULT VALUES').run()).to.deep.equal({
      changes: 1,
      lastInsertRowid: 1,
    })
  })
})
