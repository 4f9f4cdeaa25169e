import { describe, it } from 'node:test'
import { expect } from 'chai'
import { observeDifferences } from './observe-differences.ts'
import { change, rejection, temporaryTarget } from './temporary-target.test.ts'

const SCHEMA = `
  CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE, size REAL, anything, time DATETIME);
  INSERT INTO t VALUES (1, 'Bob', 1.5, 1, '2025-12-22 15:00:00.000000'), (2, NULL, 2, '1', NULL),
    (9007199254740993, '', 0.1, X'31', '1');`
const REQUEST = { t: { key: ['id'], columns: ['id', 'name', 'size', 'anything', 'time'] } }

async function differencesAfter(sql: string) {
  await using before = temporaryTarget(SCHEMA)
  await using target = temporaryTarget(SCHEMA)
  change(target.location, sql)
  const [found] = await observeDifferences(target, before, REQUEST)
  return found
}

describe('observeDifferences', () => {
  it('finds nothing where nothing differs, and says how much it looked at', async () => {
    expect(await differencesAfter('SELECT 1')).to.deep.equal({
      table: 't',
      rowsBefore: 3,
      rowsNow: 3,
      paired: 3,
      columns: { id: 0, name: 0, size: 0, anything: 0, time: 0 },
      values: [],
      gone: [],
      added: [],
    })
  })

  const changes: readonly (readonly [string, string, string, string])[] = [
    ['the case of a text, whatever the collation', "name = 'bob' WHERE id = 1", "'bob'", "'Bob'"],
    ['NULL turned into an empty text', "name = '' WHERE id = 2", "''", 'NULL'],
    ['the last bit of a float', 'size = 0.10000000000000002 WHERE id > 2', '1.000000000000000194e-01', '0.1'],
    ['an integer turned into a float', 'anything = 1.0 WHERE id = 1', '1.0', '1'],
    ['a text turned into an integer', 'anything = 1 WHERE id = 2', '1', "'1'"],
    ['a blob turned into a text', "anything = '1' WHERE id > 2", "'1'", "X'31'"],
    [
      'digits behind the second',
      "time = '2025-12-22 15:00:00.000' WHERE id = 1",
      "'2025-12-22 15:00:00.000'",
      "'2025-12-22 15:00:00.000000'",
    ],
    ['a text that holds NUL', "name = 'Bob' || char(0) || 'x' WHERE id = 1", "'Bob'", "'Bob'"],
  ]
  for (const [what, update, now, before] of changes) {
    it(`sees ${what}`, async () => {
      const found = await differencesAfter(`UPDATE t SET ${update}`)
      expect(Object.values(found?.columns ?? {}).reduce((sum, count) => sum + count, 0)).to.equal(1)
      expect(found?.values.map((value) => [value.now, value.before])).to.deep.equal([[now, before]])
    })
  }

  it('names rows that are gone and rows that are new, by keys that no double can hold', async () => {
    const found = await differencesAfter('UPDATE t SET id = 9007199254740992 WHERE id = 9007199254740993')
    expect(found).to.deep.include({ paired: 2, gone: [['9007199254740993']], added: [['9007199254740992']] })
  })

  it('leaves both databases free and refuses a column that is not there', async () => {
    await using before = temporaryTarget(SCHEMA)
    await using target = temporaryTarget(SCHEMA)
    const request = { t: { key: ['id'], columns: ['nme'] } }
    expect(await rejection(observeDifferences(target, before, request))).to.include('nme')
    for (const free of [before, target]) await free.lease('test')[Symbol.asyncDispose]()
  })
})
