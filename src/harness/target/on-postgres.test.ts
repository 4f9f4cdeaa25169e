import { describe, it } from 'node:test'
import { expect } from 'chai'
import { openStore } from './open-store.ts'
import { needsPostgres, ownLabel, plainTemplate as template } from './postgres/testing/needs-postgres.ts'
import { runStatements } from './run-statements.ts'
import { withProduct } from './with-product.ts'
import { writeOutside } from './write-outside.ts'

async function world(...statements: readonly string[]) {
  const store = await openStore('postgres')
  const target = await store.empty({ template, label: ownLabel('product') })
  await runStatements(target, statements)
  return { target, [Symbol.asyncDispose]: () => store[Symbol.asyncDispose]() }
}

async function failure(promise: Promise<unknown>): Promise<Error> {
  return promise.then(
    () => new Error('nothing was thrown'),
    (error: Error) => error,
  )
}

describe('withProduct, on a server', needsPostgres, () => {
  it('lets the engine refuse to write, unless the connection is said to write', async () => {
    await using place = await world('CREATE TABLE t (a integer)')
    const error = await failure(
      withProduct(place.target, async (connect) => {
        await (await connect({ writes: true })).query('INSERT INTO t VALUES (3)')
        const reader = await connect()
        expect(await reader.query('SELECT a FROM t')).to.deep.equal([{ a: 3 }])
        await reader.query('INSERT INTO t VALUES (4)')
      }),
    )
    expect(error.message).to.contain('read-only transaction')
  })

  it('tells every statement as it is sent, and nothing of connecting', async () => {
    await using place = await world()
    const told: string[] = []
    await withProduct(place.target, async (connect) => {
      const listened = await connect({ onQuery: (sql) => told.push(sql) })
      await listened.query('SELECT 1')
    })
    expect(told).to.deep.equal(['SELECT 1'])
  })
})

describe('runStatements, on a server', needsPostgres, () => {
  it('leaves nothing of them when one fails', async () => {
    await using place = await world('CREATE TABLE t (a integer)')
    const error = await failure(
      runStatements(place.target, ['INSERT INTO t VALUES (1)', 'INSERT INTO u VALUES (1)']),
    )
    expect(error.message).to.contain('relation "u" does not exist')
    const rows = await withProduct(place.target, async (connect) =>
      (await connect()).query('SELECT * FROM t'),
    )
    expect(rows).to.deep.equal([])
  })
})

describe('writeOutside, on a server', needsPostgres, () => {
  const SCHEMA = [
    'CREATE TABLE parent (id integer PRIMARY KEY, name text UNIQUE)',
    'CREATE TABLE child (id integer PRIMARY KEY, parent integer REFERENCES parent (id))',
    `INSERT INTO parent VALUES (1, 'a')`,
    `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'ids stay'; END $$`,
    'CREATE TRIGGER stay BEFORE UPDATE ON parent FOR EACH ROW EXECUTE FUNCTION refuse()',
  ]

  it('says what a constraint or a trigger refuses, and goes on', async () => {
    await using place = await world(...SCHEMA)
    const insert = 'INSERT INTO parent (id, name) VALUES (:id, :name)'
    const said = await writeOutside(place.target, [
      { sql: insert, parameters: { id: 2, name: 'a' } },
      { sql: 'UPDATE parent SET id = :id', parameters: { id: 9 } },
      { sql: 'INSERT INTO child VALUES (:id, 77)', parameters: { id: 1 } },
      { sql: insert, parameters: { id: 2, name: null } },
      { sql: `DELETE FROM parent WHERE name = :name OR id::text = ':id'`, parameters: { name: 'nobody' } },
    ])
    expect(said.map((each) => (each.outcome === 'done' ? each.rows : each.message))).to.deep.equal([
      'duplicate key value violates unique constraint "parent_name_key"',
      'ids stay',
      'insert or update on table "child" violates foreign key constraint "child_parent_fkey"',
      1,
      0,
    ])
  })

  it('takes nothing else for a refusal, and gives the lease back', async () => {
    await using place = await world(...SCHEMA)
    const error = await failure(writeOutside(place.target, [{ sql: 'DELETE FROM parents', parameters: {} }]))
    expect(error.message).to.equal('relation "parents" does not exist')
    const missing = await failure(writeOutside(place.target, [{ sql: 'SELECT :name', parameters: {} }]))
    expect(missing).to.be.instanceOf(RangeError)
    await using _free = place.target.lease('observer')
  })
})
