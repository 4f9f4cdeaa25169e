import { it } from 'node:test'
import { expect } from 'chai'
import type { Engine } from '../vocabulary/engine.ts'
import { openStore } from './open-store.ts'
import type { OpenTarget } from './open-target.ts'
import { dropStates } from './postgres/list-states.ts'
import { openServer } from './postgres/server.ts'
import { readRecords } from './postgres/state-record.ts'
import { ownLabel, plainTemplate as template, testServer } from './postgres/testing/needs-postgres.ts'
import { runStatements } from './run-statements.ts'
import type { State } from './state.ts'
import type { Store } from './store.ts'
import { onEveryEngine } from './testing/on-every-engine.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'
import { withProduct } from './with-product.ts'

interface World extends AsyncDisposable {
  readonly store: Store
  /** A state of one table with three rows. */
  readonly state: State
  /** How often the state was built. */
  built(): number
}

async function world(engine: Engine): Promise<World> {
  const folder = await temporaryFolder()
  const store = await openStore(engine, { ...process.env, STAGEGATE_CACHE: folder.path })
  let built = 0
  const label = ownLabel('tiny')
  const state: State = {
    label,
    key: '0123456789abcdef0123456789abcdef',
    async build() {
      built += 1
      const target = await store.empty({ template, label: 'unfinished' })
      await runStatements(target, ['CREATE TABLE t (a integer)', 'INSERT INTO t VALUES (1), (2), (3)'])
      return { target, facts: { steps: ['First'] } }
    },
  }
  return {
    store,
    state,
    built: () => built,
    async [Symbol.asyncDispose]() {
      await store[Symbol.asyncDispose]()
      if (engine === 'postgres') await dropStatesOf(label)
      await folder[Symbol.asyncDispose]()
    },
  }
}

/** A server is shared: a test drops nothing but what it has made. */
async function dropStatesOf(label: string): Promise<void> {
  await using server = await openServer(testServer())
  const names = [...(await readRecords(server))].filter(([, record]) => record.label === label)
  await dropStates(
    server,
    names.map(([name]) => name),
  )
}

function rows(target: OpenTarget, sql = 'SELECT a FROM t ORDER BY a'): Promise<readonly { a: number }[]> {
  return withProduct(target, async (connect) => (await connect()).query(sql))
}

async function failure(promise: Promise<unknown>): Promise<Error> {
  return promise.then(
    () => new Error('nothing was thrown'),
    (error: Error) => error,
  )
}

onEveryEngine('a store', (engine) => {
  it('gives empty databases, each of its own, which are gone when they are disposed of', async () => {
    await using here = await world(engine)
    const one = await here.store.empty({ template, label: 'one' })
    await using other = await here.store.empty({ template, label: 'one' })
    expect(one.engine).to.equal(engine)
    await runStatements(one, ['CREATE TABLE t (a integer)', 'INSERT INTO t VALUES (1)'])
    expect((await failure(rows(other))).message).to.match(/no such table: t|relation "t" does not exist/)
    await one[Symbol.asyncDispose]()
    // Twice is once.
    await one[Symbol.asyncDispose]()
    expect(await failure(rows(one))).not.to.have.property('message', 'nothing was thrown')
  })

  it('builds a state once, with its facts, and keeps more of them', async () => {
    await using here = await world(engine)
    const [one, other] = await Promise.all([here.store.state(here.state), here.store.state(here.state)])
    expect(here.built()).to.equal(1)
    expect(one.location).to.equal(other.location)
    expect(one).to.include({ kind: 'finished state', engine, label: here.state.label })
    expect(await one.readFacts('steps')).to.deep.equal(['First'])
    expect(await one.readFacts('rows')).to.equal(undefined)
    await Promise.all([one.writeFacts('rows', { "it's": '\\' }), other.writeFacts('more', null)])
    expect(await other.readFacts('rows')).to.deep.equal({ "it's": '\\' })
    expect(await one.readFacts('more')).to.equal(null)
    expect(await one.readFacts('steps')).to.deep.equal(['First'])
  })

  it('copies a state, which stays as it is whatever happens to the copy', async () => {
    await using here = await world(engine)
    const state = await here.store.state(here.state)
    await using copy = await here.store.copy(state, { template, label: 'copy' })
    await runStatements(copy, ['DELETE FROM t WHERE a = 1'])
    expect(await rows(copy)).to.deep.equal([{ a: 2 }, { a: 3 }])
    await using again = await here.store.copy(state, { template, label: 'copy' })
    expect(await rows(again)).to.have.length(3)
  })

  it('copies a target as it stands, unless somebody has it open', async () => {
    await using here = await world(engine)
    await using source = await here.store.empty({ template, label: 'source' })
    await runStatements(source, ['CREATE TABLE t (a integer)', 'INSERT INTO t VALUES (7)'])
    await using copy = await here.store.copy(source, { template, label: 'copy' })
    expect(await rows(copy)).to.deep.equal([{ a: 7 }])
    await using _lease = source.lease('writer')
    const error = await failure(here.store.copy(source, { template, label: 'copy' }))
    expect(error.message).to.contain('open by the writer')
  })

  it('shows a state that nobody can write to, and leaves it when it has been looked at', async () => {
    await using here = await world(engine)
    const state = await here.store.state(here.state)
    {
      await using target = await here.store.inspect(state, template)
      expect(await rows(target)).to.have.length(3)
      // Who asks for the right to write gets a connection that has none.
      if (engine === 'postgres') {
        const error = await failure(runStatements(target, ['DELETE FROM t']))
        expect(error.message).to.contain('read-only transaction')
      }
    }
    await using again = await here.store.inspect(state, template)
    expect(await rows(again)).to.have.length(3)
  })

  it('times the copying of a state, and leaves nothing of it', async () => {
    await using here = await world(engine)
    const state = await here.store.state(here.state)
    expect(await here.store.timeCopy(state)).to.be.greaterThan(0)
  })

  it('lists its states', async () => {
    await using here = await world(engine)
    const { location } = await here.store.state(here.state)
    const listed = (await here.store.states()).filter(({ label }) => label === here.state.label)
    expect(listed.map((each) => each.location)).to.deep.equal([location])
    expect(listed[0]?.bytes).to.be.greaterThan(1000)
  })

  it('refuses a state that somebody has open, builds nothing of one that fails, and builds it anew', async () => {
    await using here = await world(engine)
    await using target = await here.store.empty({ template, label: 'unfinished' })
    const lease = target.lease('writer')
    const held = await failure(here.store.state({ ...here.state, build: async () => ({ target }) }))
    expect(held.message).to.contain('open by the writer')
    await lease[Symbol.asyncDispose]()
    const build = () => Promise.reject(new Error('the rows are wrong'))
    expect((await failure(here.store.state({ ...here.state, build }))).message).to.equal('the rows are wrong')
    expect(await (await here.store.state(here.state)).readFacts('steps')).to.deep.equal(['First'])
  })
})
