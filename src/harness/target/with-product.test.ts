import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { expect } from 'chai'
import { DataSource, type DataSourceOptions } from 'typeorm'
import { StagegateError } from '../vocabulary/stagegate-error.ts'
import { inspect } from './inspect.ts'
import type { OpenTarget } from './open-target.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'
import { type ConnectProduct, withProduct } from './with-product.ts'

const OPTIONS: DataSourceOptions = { type: 'better-sqlite3', database: 'never-opened.db' }

interface Surroundings extends AsyncDisposable {
  readonly target: OpenTarget
}

async function surroundings(template = new DataSource(OPTIONS)): Promise<Surroundings> {
  const folder = await temporaryFolder()
  const location = join(folder.path, 'target.db')
  const database = new Database(location)
  database.exec('CREATE TABLE t (a); INSERT INTO t VALUES (1), (2)')
  database.close()
  return {
    target: inspect(location, template),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  }
}

async function failure(promise: Promise<unknown>): Promise<Error> {
  return promise.then(
    () => new Error('nothing was thrown'),
    (error: Error) => error,
  )
}

/** Fails unless the lease is free. */
async function expectFree(target: OpenTarget): Promise<void> {
  await using _lease = target.lease('observer')
}

describe('withProduct', () => {
  it('gives what the work gives, has the lease as long as it runs, and closes what was connected', async () => {
    await using world = await surroundings()
    const connections: DataSource[] = []
    const rows = await withProduct(world.target, async (connect) => {
      connections.push(await connect(), await connect())
      expect(() => world.target.lease('observer')).to.throw(/open by the product/)
      return connections[1]?.query('SELECT a FROM t')
    })
    expect(rows).to.deep.equal([{ a: 1 }, { a: 2 }])
    expect(connections[0]).not.to.equal(connections[1])
    expect(connections.map(({ isInitialized }) => isInitialized)).to.deep.equal([false, false])
    await expectFree(world.target)
  })

  for (const statement of ['INSERT INTO t VALUES (3)', 'CREATE TABLE u (a)', 'VACUUM']) {
    it(`lets the engine refuse ${statement}`, async () => {
      await using world = await surroundings()
      const error = await failure(
        withProduct(world.target, async (connect) => (await connect()).query(statement)),
      )
      expect(error.message).to.contain('readonly database')
    })
  }

  it('lets a connection write that is said to, and only that one', async () => {
    await using world = await surroundings()
    const error = await failure(
      withProduct(world.target, async (connect) => {
        const reader = await connect({ writes: false })
        await (await connect({ writes: true })).query('INSERT INTO t VALUES (3)')
        expect(await reader.query('SELECT count(*) AS n FROM t')).to.deep.equal([{ n: 3 }])
        await reader.query('INSERT INTO t VALUES (4)')
      }),
    )
    expect(error.message).to.contain('readonly database')
  })

  it('tells every statement as it is sent, to whom it belongs, and nothing of connecting', async () => {
    await using world = await surroundings()
    const told: string[] = []
    await withProduct(world.target, async (connect) => {
      const listened = await connect({ onQuery: (sql) => told.push(sql) })
      const other = await connect()
      expect(told).to.deep.equal([])
      await listened.query('SELECT a FROM  t WHERE a = ?', [1])
      await other.query('SELECT 2')
      await listened.createQueryBuilder().select('count(*)', 'n').from('t', 't').getRawOne()
      await failure(listened.query('SELECT nothing'))
    })
    expect(told).to.deep.equal([
      'SELECT a FROM  t WHERE a = ?',
      'SELECT count(*) AS "n" FROM "t" "t"',
      'SELECT nothing',
    ])
  })

  it('closes everything when the work fails, and lets its error through', async () => {
    await using world = await surroundings()
    let connection: DataSource | undefined
    const work = async (connect: ConnectProduct) => {
      connection = await connect()
      throw new Error('the work failed')
    }
    expect((await failure(withProduct(world.target, work))).message).to.equal('the work failed')
    expect(connection?.isInitialized).to.equal(false)
    await expectFree(world.target)
  })

  it('closes the first connection when the second cannot be opened', async () => {
    await using world = await surroundings()
    let first: DataSource | undefined
    const work = async (connect: ConnectProduct) => {
      first = await connect()
      await rm(world.target.location)
      await connect()
    }
    expect((await failure(withProduct(world.target, work))).message).to.contain('unable to open')
    expect(first?.isInitialized).to.equal(false)
    await expectFree(world.target)
  })

  it('waits for a connection that is still being opened when another one fails', async () => {
    const opened: DataSource[] = []
    class Uneven extends DataSource {
      protected override async buildMetadatas(): Promise<void> {
        opened.push(this)
        if (opened.length > 1) throw new Error('the second failed')
        await setTimeout(20)
      }
    }
    await using world = await surroundings(new Uneven(OPTIONS))
    const error = await failure(
      withProduct(world.target, (connect) => Promise.all([connect(), connect()]).then(() => {})),
    )
    expect(error.message).to.equal('the second failed')
    expect(opened.map(({ isInitialized }) => isInitialized)).to.deep.equal([false, false])
    await expectFree(world.target)
  })

  it('leaves a connection alone that the work has closed itself', async () => {
    await using world = await surroundings()
    await withProduct(world.target, async (connect) => (await connect()).destroy())
    await expectFree(world.target)
  })

  it('opens nothing after the end', async () => {
    await using world = await surroundings()
    const late = await withProduct(world.target, async (connect) => ({ connect }))
    const error = await failure(late.connect())
    expect(error).to.be.instanceOf(StagegateError)
    expect(error.message).to.contain('after its work has ended')
  })
})
