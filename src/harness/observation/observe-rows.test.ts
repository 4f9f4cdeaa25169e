import { test } from 'node:test'
import { expect } from 'chai'
import { observeRows } from './observe-rows.ts'
import { change, rejection, temporaryTarget } from './temporary-target.test.ts'

const SERIES = (rows: number) => `CREATE TABLE t (id INTEGER PRIMARY KEY, a, b TEXT);
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows})
  INSERT INTO t SELECT 1318672905128575000 + i, i * 3, 'row ' || i FROM n;`
const ALL = { t: { key: ['id'], columns: ['id', 'a', 'b'] } }

async function hashOf(value: string): Promise<string> {
  await using target = temporaryTarget(
    `CREATE TABLE t (id INTEGER PRIMARY KEY, a); INSERT INTO t VALUES (1, ${value})`,
  )
  const [table] = await observeRows(target, { t: { key: ['id'], columns: ['a'] } })
  return table?.columns.a ?? ''
}

test('every two values that differ in type, digits or bytes have different hashes', async () => {
  const values = [
    ...[
      'NULL',
      "''",
      '0',
      '1',
      '1.0',
      "'1'",
      "'1.0'",
      "x'31'",
      "x''",
      "'NULL'",
      "'null'",
      '\'["1.0"]\'',
      "'[\"X''31''\"]'",
    ],
    ...['0.3', '0.1 + 0.2', '1e300 * 1e300', '9007199254740992', '9007199254740993', '9007199254740992.0'],
    ...[
      '1234567890123456768.0',
      '1234567890123457024.0',
      "'a'",
      "'a' || char(0)",
      "'a' || char(0) || 'b'",
      "'A'",
      "'a '",
    ],
    ...[
      "CAST(x'ff' AS TEXT)",
      "CAST(x'fe' AS TEXT)",
      "'é'",
      "'e' || char(769)",
      "'\"'",
      "'\\'",
      'char(10)',
      "'\\n'",
    ],
  ]
  const hashes = new Map<string, string>()
  for (const value of values) {
    const hash = await hashOf(value)
    expect(hashes.get(hash), `${value} and ${hashes.get(hash)}`).to.equal(undefined)
    hashes.set(hash, value)
  }
})

test('a separator in a value is no separator', async () => {
  const pair = async (one: string, other: string) => {
    await using target = temporaryTarget(`CREATE TABLE t (id INTEGER PRIMARY KEY, a);
      INSERT INTO t VALUES (1, '${one}'), (2, '${other}')`)
    return (await observeRows(target, { t: { key: ['id'], columns: ['a'] } }))[0]?.columns.a
  }
  expect(await pair('x","y', 'z')).not.to.equal(await pair('x', 'y","z'))
  expect(await pair('x', '')).not.to.equal(await pair('', 'x'))
})

test('chunks tell where they begin and end, to the last digit, and hold every row', async () => {
  await using target = temporaryTarget(SERIES(10))
  const [table] = await observeRows(target, ALL, { chunkRows: 4 })
  expect(table?.rows).to.equal(10)
  expect(table?.chunks.map(({ firstKey, lastKey, rows }) => ({ firstKey, lastKey, rows }))).to.deep.equal([
    { firstKey: ['1318672905128575001'], lastKey: ['1318672905128575004'], rows: 4 },
    { firstKey: ['1318672905128575005'], lastKey: ['1318672905128575008'], rows: 4 },
    { firstKey: ['1318672905128575009'], lastKey: ['1318672905128575010'], rows: 2 },
  ])
})

test('a change shows in its column and its chunk and nowhere else, and the chunk gives the row', async () => {
  await using target = temporaryTarget(SERIES(10))
  const [before] = await observeRows(target, ALL, { chunkRows: 4 })
  change(target.location, "UPDATE t SET b = 'other' WHERE a = 18")
  const [after] = await observeRows(target, ALL, { chunkRows: 4 })
  const differs = before?.chunks.map((chunk, at) =>
    Object.keys(chunk.columns).filter((name) => chunk.columns[name] !== after?.chunks[at]?.columns[name]),
  )
  expect(differs).to.deep.equal([[], ['b'], []])
  expect(after?.columns.a).to.equal(before?.columns.a)
  expect(after?.columns.b).not.to.equal(before?.columns.b)
})

test('hashes follow the key, not the order of insertion, the row ids or the indexes', async () => {
  const rows = Array.from(
    { length: 500 },
    (_, at) => `('user ${(at * 7919) % 500}', ${(at * 7919) % 500}, ${at % 7})`,
  )
  const read = async (sql: string, values: readonly string[]) => {
    await using target = temporaryTarget(
      `CREATE TABLE t (a VARCHAR, b INTEGER, c INTEGER, PRIMARY KEY (a)); INSERT INTO t VALUES ${values}; ${sql}`,
    )
    const key = { key: ['a'], columns: ['a', 'b'] }
    return await observeRows(target, { t: key }, { chunkRows: 64 })
  }
  const sorted = [...rows].sort()
  expect(await read('', rows)).to.deep.equal(await read('CREATE INDEX i ON t (c, b, a); ANALYZE', sorted))
})

test('keys of several columns, of text and of bytes work, whatever stands in them', async () => {
  await using target = temporaryTarget(`CREATE TABLE t (a, b, c, PRIMARY KEY (a, b)) ;
    INSERT INTO t VALUES ('it''s', 1, 1), ('it''s', 2, 2), ('', 1, 3), ('a' || char(0) || 'b', 1, 4), (x'00ff', 1, 5),
      (7, 1.5, 6), (7.5, 1, 7), ('; DROP TABLE t', 1, 8), ('?1', 1, 9), (CAST(x'ff' AS TEXT), 1, 10)`)
  const request = { key: ['a', 'b'], columns: ['c'] }
  const [table] = await observeRows(target, { t: request }, { chunkRows: 1 })
  expect(table?.chunks.map(({ firstKey }) => firstKey)).to.deep.equal([
    ['7', '1.5'],
    ['7.5', '1'],
    ["''", '1'],
    ["'; DROP TABLE t'", '1'],
    ["'?1'", '1'],
    ["CAST(X'610062' AS TEXT)", '1'],
    ["'it''s'", '1'],
    ["'it''s'", '2'],
    ["CAST(X'FF' AS TEXT)", '1'],
    ["X'00FF'", '1'],
  ])
})

test('values that look the same have hashes of their own', async () => {
  const hashes: string[] = []
  for (const value of ['NULL', "''", '1', '1.0', "'1'", "x'31'", "'a'", "'a' || char(0)"]) {
    await using target = temporaryTarget(
      `CREATE TABLE t (id INTEGER PRIMARY KEY, a); INSERT INTO t VALUES (1, ${value})`,
    )
    const [table] = await observeRows(target, { t: { key: ['id'], columns: ['a'] } })
    hashes.push(table?.columns.a ?? '')
  }
  expect(new Set(hashes).size).to.equal(8)
})

test('an empty table has no chunks', async () => {
  await using target = temporaryTarget('CREATE TABLE t (id INTEGER PRIMARY KEY)')
  const [table] = await observeRows(target, { t: { key: ['id'], columns: ['id'] } })
  expect([table?.rows, table?.chunks]).to.deep.equal([0, []])
})

test('a key that does not tell rows apart is refused', async () => {
  await using target = temporaryTarget('CREATE TABLE t (id, a); INSERT INTO t VALUES (1, NULL), (1, 2)')
  expect(await rejection(observeRows(target, { t: { key: ['id'], columns: ['a'] } }))).to.contain(
    'several rows',
  )
  expect(await rejection(observeRows(target, { t: { key: ['id', 'a'], columns: ['a'] } }))).to.contain(
    'is NULL',
  )
})

test('unknown tables and columns are named, and what there is instead', async () => {
  await using target = temporaryTarget('CREATE TABLE t (id INTEGER PRIMARY KEY, a)')
  const unknown = await rejection(observeRows(target, { t: { key: ['id'], columns: ['b'] } }))
  expect(unknown).to.contain('t has no column b').and.to.contain('id, a')
  const missing = await rejection(observeRows(target, { 't" --': { key: ['id'], columns: [] } }))
  expect(missing).to.contain('no table t" --')
})
