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

const readsOf = async (sql: string) => {
  await using target = temporaryTarget(SCHEMA)
  const [plan] = await observePlans(target, [{ name: 'q', sql }])
  return (plan?.reads ?? []).map(({ tables, how, step }) => `${how} ${tables.join('|')}: ${step}`)
}

test('what is searched is read as well, whatever it is called and by whatever it is found', async () => {
  expect(
    await readsOf(`SELECT (SELECT l.id FROM snapshots l WHERE l.user_id = "the member".id LIMIT 1)
      FROM members AS "the member" JOIN snapshots ON snapshots.id = 4 WHERE "the member".id = 3`),
  ).to.deep.equal([
    'search members: SEARCH the member USING INTEGER PRIMARY KEY (rowid=?)',
    'search snapshots: SEARCH snapshots USING INTEGER PRIMARY KEY (rowid=?)',
    'search snapshots: SEARCH l USING COVERING INDEX ix_snapshots_user (user_id=?)',
  ])
  const semiJoin = 'SELECT * FROM members m WHERE EXISTS (SELECT 1 FROM snapshots s WHERE s.user_id = m.id)'
  expect(await readsOf(semiJoin)).to.deep.equal([
    'scan members: SCAN m',
    'search snapshots: SEARCH s EXISTS USING COVERING INDEX ix_snapshots_user (user_id=?)',
  ])
})

test('a range alone is not what a key leads to, nor is a key behind a column that is skipped', async () => {
  const read = async (sql: string) => (await readsOf(sql)).at(-1)
  expect(await read('SELECT xp FROM snapshots WHERE at > ? AND at < ?')).to.equal(
    'range snapshots: SEARCH snapshots USING INDEX ix_snapshots (at>? AND at<?)',
  )
  expect(await read('SELECT xp FROM snapshots WHERE id > 7')).to.equal(
    'range snapshots: SEARCH snapshots USING INTEGER PRIMARY KEY (rowid>?)',
  )
  expect(await read('SELECT m.id, s.xp FROM members m LEFT JOIN snapshots s ON s.at > m.name')).to.equal(
    'range snapshots: SEARCH s USING INDEX ix_snapshots (at>?) LEFT-JOIN',
  )
  expect(await read('SELECT xp FROM snapshots WHERE user_id = ? AND at > ?')).to.equal(
    'search snapshots: SEARCH snapshots USING INDEX ix_snapshots_user (user_id=? AND at>?)',
  )
})

test('a column that is skipped makes it a range', async () => {
  await using target = temporaryTarget(`${SCHEMA} DROP INDEX ix_snapshots;
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
    INSERT INTO snapshots (user_id, at, xp) SELECT i % 3, i, i FROM n; ANALYZE;`)
  const [plan] = await observePlans(target, [{ name: 'q', sql: "SELECT xp FROM snapshots WHERE at = '7'" }])
  expect(plan?.reads).to.deep.equal([
    {
      tables: ['snapshots'],
      how: 'range',
      step: 'SEARCH snapshots USING INDEX ix_snapshots_user (ANY(user_id) AND at=?)',
    },
  ])
})

test('IN may look into a table or an index by itself', async () => {
  const sought = async (column: string) =>
    (await readsOf(`SELECT * FROM members WHERE id IN (SELECT s.${column} FROM snapshots s)`)).at(-1)
  expect(await sought('id')).to.equal(
    'search snapshots: USING ROWID SEARCH ON TABLE snapshots FOR IN-OPERATOR',
  )
  const sql = 'SELECT * FROM members WHERE id + 0 IN (SELECT user_id FROM snapshots)'
  expect((await readsOf(sql)).at(-1)).to.equal(
    'search snapshots: USING INDEX ix_snapshots_user FOR IN-OPERATOR',
  )
  expect((await planOf(sql)).indexes).to.deep.equal(['ix_snapshots_user'])
})

test('an index that the engine makes for one query is told, and so is a filter that it fills', async () => {
  expect(await readsOf('SELECT m.id FROM members m LEFT JOIN snapshots s ON s.xp = m.role')).to.deep.equal([
    'scan members: SCAN m',
    'scan snapshots: BLOOM FILTER ON s (xp=?)',
    'automatic index snapshots: SEARCH s USING AUTOMATIC COVERING INDEX (xp=?) LEFT-JOIN',
  ])
})

test('an index is used that an outer join scans', async () => {
  const sql =
    'SELECT m.id, s.at FROM members m LEFT JOIN snapshots s INDEXED BY ix_snapshots ON s.at <> m.name'
  expect((await planOf(sql)).indexes).to.deep.equal(['ix_snapshots'])
})

test('what is no table is not read: constants, recursion, functions', async () => {
  const sql = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3), v AS (VALUES (1), (2))
    SELECT * FROM n, v, json_each('[1]') AS j, (SELECT 1 UNION SELECT 2) AS s`
  expect(await readsOf(sql)).to.deep.equal([])
  expect(await readsOf('SELECT * FROM (VALUES (1), (2))')).to.deep.equal([])
})

test('a name that nothing explains may be any table', async () => {
  await using target = temporaryTarget(`${SCHEMA} CREATE VIEW v AS SELECT hidden.role FROM members hidden;`)
  const [plan] = await observePlans(target, [{ name: 'q', sql: 'SELECT * FROM v' }])
  expect(plan?.reads).to.deep.equal([{ tables: ['members', 'snapshots'], how: 'scan', step: 'SCAN hidden' }])
})

test('an alias of two tables stays an alias', async () => {
  const { scans } = await planOf('SELECT (SELECT max(x.name) FROM members x), x.xp FROM snapshots x')
  expect(scans?.map(({ table }) => table)).to.deep.equal(['x', 'x'])
  const reads = await readsOf('SELECT (SELECT max(x.name) FROM members x), x.xp FROM snapshots x')
  expect(reads.sort()).to.deep.equal(['scan members|snapshots: SCAN x', 'scan members|snapshots: SEARCH x'])
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
