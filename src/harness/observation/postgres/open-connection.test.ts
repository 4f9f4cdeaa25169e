import { after, describe } from 'node:test'
import { expect } from 'chai'
import { EntitySchema } from 'typeorm'
import { observeDrift } from '../observe-drift.ts'
import { observeRows } from '../observe-rows.ts'
import { rejection } from '../temporary-target.test.ts'
import { withObserver } from '../with-observer.ts'
import { openConnection } from './open-connection.ts'
import { databasePool, temporaryDatabase, testOnPostgres } from './temporary-database.test.ts'

describe('the observer of PostgreSQL', () => {
  const databases = databasePool()
  after(() => databases.drop())

  testOnPostgres('writes nothing, and reads in UTC whatever the database is set to', async () => {
    await using target = await databases.open('CREATE TABLE t (a timestamptz)')
    const write = withObserver(target, ({ db }) => db.all('INSERT INTO t VALUES (now())'))
    expect(await rejection(write))
      .to.contain('read-only')
      .and.to.contain('INSERT INTO t')
    const settings = ['TimeZone', 'DateStyle', 'application_name', 'search_path']
    const [row] = await withObserver(target, ({ db }) =>
      db.all(`SELECT ${settings.map((name) => `current_setting('${name}') AS "${name}"`)}`),
    )
    expect(row).to.deep.include({
      TimeZone: 'UTC',
      application_name: 'stagegate observer',
      search_path: 'public',
    })
  })

  testOnPostgres('gives counts as numbers, and integers that no double carries as text', async () => {
    await using target = await databases.open('')
    const rows = await withObserver(target, ({ db }) =>
      db.all(
        "SELECT count(*) AS n, 9007199254740993 AS wide, '7'::text AS t, true AS b, 0.5::float8 AS f, NULL AS e",
      ),
    )
    expect(rows).to.deep.equal([{ n: 1, wide: '9007199254740993', t: '7', b: true, f: 0.5, e: null }])
  })

  testOnPostgres('never says its password', async () => {
    await using target = await databases.open('')
    const { address } = target
    if (address.engine !== 'postgres') throw new Error('This is no database of PostgreSQL.')
    for (const wrong of [{ port: 1 }, { database: 'stagegate_nowhere' }, { user: 'nobody_here' }]) {
      const error = await openConnection({ ...address, ...wrong, password: 'a secret' }).catch(
        (error: Error) => error,
      )
      if (!(error instanceof Error)) continue
      expect(error.message).to.contain('could not be opened for reading')
      expect(`${error.stack} ${JSON.stringify(error)} ${JSON.stringify(error.cause)}`).not.to.contain(
        'a secret',
      )
    }
  })

  testOnPostgres('reads keys byte by byte where the database has another order', async () => {
    const names = "('a'), ('B'), ('b'), ('A'), ('é')"
    await using target = await temporaryDatabase(
      `CREATE TABLE t (name text PRIMARY KEY); INSERT INTO t VALUES ${names}`,
      [],
      "LOCALE_PROVIDER icu ICU_LOCALE 'en' LOCALE 'C'",
    )
    const [found] = await observeRows(target, { t: { key: ['name'], columns: ['name'] } }, { chunkRows: 2 })
    expect(found?.chunks.map(({ firstKey, lastKey }) => [...firstKey, ...lastKey])).to.deep.equal([
      ["'A'", "'B'"],
      ["'a'", "'b'"],
      ["'é'", "'é'"],
    ])
  })

  testOnPostgres('sees no drift where TypeORM sees none, and drift where it does', async () => {
    const people = new EntitySchema({
      name: 'people',
      columns: { id: { type: 'bigint', primary: true }, name: { type: 'varchar' } },
    })
    const sql = 'CREATE TABLE people (id bigint NOT NULL, name varchar NOT NULL'
    await using target = await temporaryDatabase(
      `${sql}, CONSTRAINT "PK_aa866e71353ee94c6cc51059c5b" PRIMARY KEY (id))`,
      [people],
    )
    expect(await observeDrift(target)).to.deep.equal([])
    await using other = await temporaryDatabase('CREATE TABLE people (id bigint PRIMARY KEY)', [people])
    expect((await observeDrift(other)).join('\n')).to.contain('"name" character varying NOT NULL')
  })
})
