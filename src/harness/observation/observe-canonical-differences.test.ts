import { after, describe } from 'node:test'
import { expect } from 'chai'
import { observeCanonicalDifferences } from './observe-canonical-differences.ts'
import { databasePool, testOnPostgres } from './postgres/temporary-database.test.ts'
import { rejection, temporaryTarget } from './temporary-target.test.ts'

const ROWS = `INSERT INTO t VALUES
  (-3, 'it''s', '2025-12-22 15:00:00.000000+00:00', 1.5, 1, '\\ "x"'),
  (1318672905128575079, 'Élan', '2025-12-22 15:00:00.123456+00:00', 0.1, NULL, ''),
  (2, 'Zoe', NULL, 12345678.125, 9007199254740993, 'two
lines'),
  (10, 'zoe', '1999-12-31 23:59:59.999999+00:00', 0.30000000000000004, -1, 'NULL'),
  (11, 'a b', '2025-06-01 00:00:00.000000+00:00', 1e21, 0, 'x'), (12, 'ab', NULL, 0.00001, 5, '1'), (13, '日本', NULL, 100, 5, '🏆')`
const SQLITE = `CREATE TABLE t (id INTEGER PRIMARY KEY, name VARCHAR, at DATETIME, hours FLOAT, kills BIGINT, note TEXT); ${ROWS}`
const POSTGRES = `CREATE TABLE t (id bigint PRIMARY KEY, name varchar, at timestamptz, hours double precision, kills bigint, note text); ${ROWS}`
const COLUMNS = ['id', 'name', 'at', 'hours', 'kills', 'note']

describe('canonical differences between engines', () => {
  const databases = databasePool()
  after(() => databases.drop())

  for (const key of [['id'], ['name'], ['kills', 'name']]) {
    testOnPostgres(`are none for the same rows, by ${key.join(' and ')}`, async () => {
      await using sqlite = temporaryTarget(SQLITE.replaceAll("NULL, ''", "7, ''"))
      await using postgres = await databases.open(POSTGRES.replaceAll("NULL, ''", "7, ''"))
      const request = { t: { key, columns: COLUMNS } }
      const none = {
        ...{ table: 't', rowsBefore: 7, rowsNow: 7, paired: 7, values: [], gone: [], added: [] },
        columns: { id: 0, name: 0, at: 0, hours: 0, kills: 0, note: 0 },
      }
      expect(await observeCanonicalDifferences(postgres, sqlite, request)).to.deep.equal([none])
      expect(await observeCanonicalDifferences(sqlite, postgres, request)).to.deep.equal([none])
    })
  }

  testOnPostgres('are told by canonical values, in whatever way an engine writes a moment', async () => {
    await using sqlite = temporaryTarget(`${SQLITE}; UPDATE t SET at = '2025-12-22 15:00:00' WHERE id = -3;
      UPDATE t SET at = '1999-12-31 23:59:59.999999' WHERE id = 10`)
    await using postgres =
      await databases.open(`${POSTGRES}; UPDATE t SET at = at + interval '1 us' WHERE id = 10;
      UPDATE t SET hours = 0.3 WHERE id = 10; UPDATE t SET hours = 1.6, kills = NULL WHERE id = -3; DELETE FROM t WHERE id = 12`)
    const [found] = await observeCanonicalDifferences(postgres, sqlite, {
      t: { key: ['id'], columns: COLUMNS },
    })
    expect(found?.values).to.deep.equal([
      {
        key: ['10'],
        column: 'at',
        now: "'2000-01-01 00:00:00.000000'",
        before: "'1999-12-31 23:59:59.999999'",
      },
      { key: ['-3'], column: 'hours', now: '1.6', before: '1.5' },
      { key: ['-3'], column: 'kills', now: 'NULL', before: '1' },
    ])
    expect([found?.paired, found?.gone, found?.added]).to.deep.equal([6, [['12']], []])
  })

  testOnPostgres('need the table on both sides, and a key that tells rows apart', async () => {
    await using sqlite = temporaryTarget(SQLITE)
    await using postgres = await databases.open(POSTGRES)
    const asked = (key: readonly string[]) =>
      rejection(observeCanonicalDifferences(postgres, sqlite, { t: { key, columns: ['id'] } }))
    expect(await asked(['nope'])).to.contain('no column nope')
    expect(await asked(['at'])).to.contain('is NULL in some row')
  })
})
