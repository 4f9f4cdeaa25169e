import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { openStore } from '../open-store.ts'
import { runStatements } from '../run-statements.ts'
import type { State } from '../state.ts'
import type { Store } from '../store.ts'
import { killedProcess } from '../testing/killed-process.ts'
import { dropStates } from './list-states.ts'
import { parseUrl } from './parse-url.ts'
import { pruneStates } from './prune-states.ts'
import { openServer } from './server.ts'
import { readRecords, updateRecord } from './state-record.ts'
import {
  needsPostgres,
  ownLabel,
  rowsOf,
  plainTemplate as template,
  testServer,
} from './testing/needs-postgres.ts'
import { useServer } from './use-server.ts'

const URL_OF_SERVER = process.env.STAGEGATE_POSTGRES_URL ?? ''
const here = (file: string) => JSON.stringify(new URL(file, import.meta.url).href)

/** Databases on the server with this in their names. */
async function databases(part: string): Promise<readonly string[]> {
  const sql = 'SELECT datname AS name FROM pg_database WHERE position($1 IN datname) > 0 ORDER BY datname'
  return (await rowsOf(testServer(), sql, [part])).map(({ name }) => name)
}

function stateOf(store: Store, label: string, key = '0123456789abcdef'): State {
  return {
    label,
    key,
    async build() {
      const target = await store.empty({ template, label })
      await runStatements(target, ['CREATE TABLE t (a text)', `INSERT INTO t VALUES ('a'), ('B')`])
      return { target }
    },
  }
}

/** Drops the states of a label, and nothing else: the server is shared. */
async function dropStatesOf(label: string): Promise<void> {
  await using server = await openServer(testServer())
  const records = [...(await readRecords(server))].filter(([, record]) => record.label === label)
  await dropStates(
    server,
    records.map(([name]) => name),
  )
}

/** Runs a module's text in a process of its own. Gives what it prints. */
async function printedBy(module: string): Promise<string> {
  const { NODE_OPTIONS: _options, NODE_TEST_CONTEXT: _context, ...env } = process.env
  const cwd = resolve(import.meta.dirname, '../../../..')
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', module], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  child.stdout.on('data', (data) => {
    printed += data
  })
  const code = await new Promise((finish) => child.once('exit', finish))
  if (code !== 0) throw new Error(`the process ended with ${code}`)
  return printed.trim()
}

describe('a store on a server', needsPostgres, () => {
  it('makes databases that sort byte by byte, tells no password, and drops all of its own at the end', async () => {
    const label = ownLabel('sorted')
    const store = await openStore('postgres')
    const target = await store.empty({ template, label })
    await runStatements(target, ['CREATE TABLE t (a text)', `INSERT INTO t VALUES ('a'), ('B'), ('Z')`])
    if (target.address.engine !== 'postgres') throw new Error('not on a server')
    const sorted = await rowsOf(target.address, 'SELECT a FROM t ORDER BY a')
    expect(sorted.map(({ a }) => a)).to.deep.equal(['B', 'Z', 'a'])
    expect(target.location).to.match(/^postgresql:\/\/[^:@]+@.*\/stagegate_run_[0-9a-f]{8}_sorted-/)
    expect(Buffer.byteLength(target.address.database)).to.be.at.most(63)
    await store[Symbol.asyncDispose]()
    expect(await databases(label)).to.deep.equal([])
  })

  it('closes a finished state for good', async () => {
    const label = ownLabel('closed')
    await using store = await openStore('postgres')
    const state = await store.state(stateOf(store, label))
    const { database } = parseUrl(state.location)
    expect(database).to.match(/^stagegate_state_closed-\w+_0123456789abcdef$/)
    const flags = await rowsOf(
      testServer(),
      'SELECT datistemplate, datallowconn FROM pg_database WHERE datname = $1',
      [database],
    )
    expect(flags).to.deep.equal([{ datistemplate: true, datallowconn: false }])
    // What has been analysed stays analysed in every copy.
    await using copy = await store.copy(state, { template, label })
    if (copy.address.engine !== 'postgres') throw new Error('not on a server')
    const known = await rowsOf(
      copy.address,
      `SELECT reltuples, relallvisible FROM pg_class WHERE relname = 't'`,
    )
    expect(known).to.deep.equal([{ reltuples: 2, relallvisible: 1 }])
    await dropStatesOf(label)
  })

  it('keeps a database that it is asked to, under another name', async () => {
    const label = ownLabel('kept')
    const store = await openStore('postgres')
    const target = await store.empty({ template, label })
    const location = target.keep()
    await target[Symbol.asyncDispose]()
    await store[Symbol.asyncDispose]()
    const { database } = parseUrl(location)
    expect(database).to.match(/^stagegate_kept_kept-/)
    expect(await databases(label)).to.deep.equal([database])
    await rowsOf(testServer(), `DROP DATABASE "${database}"`)
  })

  it('is used by several processes at once: one of them builds a state, and each has copies of its own', async () => {
    const label = ownLabel('shared')
    const module = `
      import { openStore } from ${here('../open-store.ts')}
      import { runStatements } from ${here('../run-statements.ts')}
      import { plainTemplate as template } from ${here('./testing/needs-postgres.ts')}
      const store = await openStore('postgres')
      let built = 0
      const state = await store.state({ label: '${label}', key: '0123456789abcdef', async build() {
        built += 1
        const target = await store.empty({ template, label: '${label}' })
        await runStatements(target, ['CREATE TABLE t (a integer)', 'SELECT pg_sleep(0.3)'])
        return { target }
      } })
      const copies = await Promise.all([1, 2, 3].map(() => store.copy(state, { template, label: '${label}' })))
      for (const copy of copies) await runStatements(copy, ['INSERT INTO t VALUES (1)'])
      for (const copy of copies) await copy[Symbol.asyncDispose]()
      await store[Symbol.asyncDispose]()
      console.log(built)`
    const printed = await Promise.all([1, 2, 3].map(() => printedBy(module)))
    expect(printed.sort()).to.deep.equal(['0', '0', '1'])
    const left = await databases(label)
    expect(left).to.have.length(1)
    expect(left[0]).to.match(/^stagegate_state_/)
    await dropStatesOf(label)
  })

  it('takes nothing that a killed process has half built for a state, and drops it; the living keep theirs', async () => {
    const label = ownLabel('killed')
    await using store = await openStore('postgres')
    await using living = await store.empty({ template, label })
    await killedProcess(`
      import { openStore } from ${here('../open-store.ts')}
      import { plainTemplate as template } from ${here('./testing/needs-postgres.ts')}
      const store = await openStore('postgres')
      await store.state({ label: '${label}', key: '0123456789abcdef', async build() {
        await store.empty({ template, label: '${label}' })
        console.log('half')
        await new Promise((finish) => setTimeout(finish, 60_000))
      } })`)
    expect(await databases(label)).to.have.length(2)
    // The server takes a moment to see that somebody is gone.
    await using other = await openStore('postgres')
    const state = await other.state(stateOf(other, label))
    const server = await useServer(URL_OF_SERVER)
    await server[Symbol.asyncDispose]()
    if (living.address.engine !== 'postgres') throw new Error('not on a server')
    expect(await databases(label)).to.deep.equal(
      [living.address.database, parseUrl(state.location).database].sort(),
    )
    await dropStatesOf(label)
  })

  it('prunes what is superseded and long unused, and nothing else', async () => {
    const label = ownLabel('pruned')
    await using store = await openStore('postgres')
    const keys = ['a', 'b', 'c', 'd'].map((digit) => digit.repeat(16))
    for (const key of keys) await store.state(stateOf(store, label, key))
    await using server = await openServer(testServer())
    const age = async (key: string, minutes: number) => {
      const name = (await databases(label)).find((each) => each.endsWith(key)) ?? ''
      await updateRecord(server, name, (record) => ({ ...record, usedAt: Date.now() - minutes * 60_000 }))
    }
    await age(keys[0] ?? '', 500)
    await age(keys[1] ?? '', 59)
    await age(keys[2] ?? '', 600)
    await pruneStates(server, label, Date.now())
    const left = (await databases(label)).map((name) => name.at(-1))
    // Two stay however old they are; the oldest of the others goes, and one that was used lately does not.
    expect(left).to.deep.equal(['b', 'd'])
    await age(keys[1] ?? '', 500)
    await store.state(stateOf(store, label, keys[1]))
    const [record] = [...(await readRecords(server))]
      .filter(([name]) => name.endsWith(keys[1] ?? ''))
      .slice(-1)
    expect(Date.now() - (record?.[1].usedAt ?? 0)).to.be.lessThan(60_000)
    await dropStatesOf(label)
  })
})

describe('openStore', () => {
  it('says what to do when no server is named', async () => {
    const error = await openStore('postgres', {}).catch((caught) => caught)
    expect(error.message).to.contain('no PostgreSQL server').and.to.contain('--postgres-url')
  })
})
