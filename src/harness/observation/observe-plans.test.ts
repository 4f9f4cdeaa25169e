import { test } from 'node:test'
import { expect } from 'chai'
import { observePlans } from './observe-plans.ts'
import { parseQueries } from './parse-queries.ts'
import { rejection, temporaryTarget } from './temporary-target.test.ts'

const SCHEMA = `CREATE TABLE members (id INTEGER PRIMARY KEY, name TEXT, role TEXT);
  CREATE TABLE snapshots (id INTEGER PRIMARY KEY, user_id INTEGER, at TEXT, xp INTEGER);
  CREATE INDEX ix_snapshots_user ON snapshots (user_id, at); CREATE INDEX ix_snapshots ON snapshots (at);`

async function planOf(sql: string) {
  await using target = temporaryTarget(SCHEMA)
  const [plan] = await observePlans(target, [{ name: 'q', sql }])
  return { scans: plan?.scans, indexes: plan?.indexes, sorts: plan?.sorts }
}

test('a search by an index is no scan; parameters may stay unbound', async () => {
  expect(await planOf('SELECT xp FROM snapshots WHERE user_id = :user AND at >= ?')).to.deep.equal({
    scans: [],
    indexes: ['ix_snapshots_user'],
    sorts: [],
  })
})

test('scans of a table, of an index and of a covering index are told apart, by the name of the table', async () => {
  const scan = async (sql: string) => (await planOf(sql)).scans
  expect(await scan('SELECT * FROM members AS m')).to.deep.equal([{ table: 'members', by: 'table' }])
  expect(await scan('SELECT xp FROM snapshots s ORDER BY at LIMIT 5')).to.deep.equal([
    { table: 'snapshots', by: 'index' },
  ])
  expect(await scan('SELECT s.at FROM "snapshots" s ORDER BY s.at')).to.deep.equal([
    { table: 'snapshots', by: 'covering index' },
  ])
})

test('an extreme that no index has is looked for in the whole table', async () => {
  expect((await planOf('SELECT max(role) FROM members')).scans).to.deep.equal([
    { table: 'members', by: 'table' },
  ])
  expect((await planOf('SELECT max(at) FROM snapshots')).scans).to.deep.equal([])
})

test('a join names what it scans, what it searches and what it sorts', async () => {
  expect(
    await planOf(
      'SELECT m.name, s.xp FROM members m LEFT JOIN snapshots s ON s.user_id = m.id ORDER BY s.xp',
    ),
  ).to.deep.equal({
    scans: [{ table: 'members', by: 'table' }],
    indexes: ['ix_snapshots_user'],
    sorts: ['ORDER BY'],
  })
})

test('common table expressions and constants are no tables', async () => {
  const sql = `WITH latest AS MATERIALIZED (SELECT user_id, max(at) AS at FROM snapshots GROUP BY user_id), one AS (SELECT 1)
    SELECT * FROM latest, one`
  expect((await planOf(sql)).scans).to.deep.equal([{ table: 'snapshots', by: 'covering index' }])
})

test('an alias of two tables stays an alias', async () => {
  const { scans } = await planOf('SELECT (SELECT max(x.name) FROM members x), x.xp FROM snapshots x')
  expect(scans?.map(({ table }) => table)).to.deep.equal(['x', 'x'])
})

test('a query that the engine does not understand is named', async () => {
  expect(await rejection(planOf('SELECT nothing FROM members'))).to.contain('nothing')
})

test('queries are read with their names', () => {
  const text = '-- for the report\n\n-- name: one\n-- counts\nSELECT 1;\n\n--name: two\nSELECT 2\nFROM t\n'
  expect(parseQueries(text, 'q.sql')).to.deep.equal([
    { name: 'one', sql: '-- counts\nSELECT 1' },
    { name: 'two', sql: 'SELECT 2\nFROM t' },
  ])
  expect(parseQueries('-- nothing here\n', 'q.sql')).to.deep.equal([])
})

for (const [text, message] of [
  ['SELECT 1', 'A query has no name'],
  ['-- name: a\n-- name: b\nSELECT 1', 'The query a is empty'],
  ['-- name: a\nSELECT 1;\n-- name: a\nSELECT 2;', 'Two queries are called a'],
  ['-- name:\nSELECT 1', 'an empty name'],
] as const) {
  test(`${JSON.stringify(text)} is refused`, () => {
    expect(() => parseQueries(text, 'q.sql'))
      .to.throw(message)
      .and.to.have.property('message')
      .that.contains('q.sql:')
  })
}
