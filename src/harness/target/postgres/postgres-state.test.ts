import { describe, it } from 'node:test'
import { expect } from 'chai'
import { openStore } from '../open-store.ts'
import { runStatements } from '../run-statements.ts'
import type { State } from '../state.ts'
import type { Store } from '../store.ts'
import { killedProcess } from '../testing/killed-process.ts'
import { toUrl } from './parse-url.ts'
import {
  needsPostgres,
  ownLabel,
  rowsOf,
  plainTemplate as template,
  testServer,
} from './testing/needs-postgres.ts'
import { useServer } from './use-server.ts'

const here = (file: string) => JSON.stringify(new URL(file, import.meta.url).href)

async function databases(label: string): Promise<readonly string[]> {
  const sql = 'SELECT datname AS name FROM pg_database WHERE position($1 IN datname) > 0 ORDER BY 1'
  return (await rowsOf(testServer(), sql, [label])).map(({ name }) => name)
}

function stateOf(store: Store, label: string, owner: string | undefined, built: () => void): State {
  return {
    ...{ label, key: 'one of this run', owner },
    async build() {
      built()
      const target = await store.empty({ template, label })
      await runStatements(target, ['CREATE TABLE t (a text)', `INSERT INTO t VALUES ('a')`])
      return { target }
    },
  }
}

describe('a finished state that has an owner', needsPostgres, () => {
  it('is built once for all processes of the owner, is in no list, and goes with the owner', async () => {
    // Too long to stand in a name whole: what tells two of them apart must not be cut off.
    const label = `${ownLabel('owned')}-at-some-migration-or-other`
    const short = label.slice(0, 'owned-12345678'.length)
    const parent = await openStore('postgres')
    let built = 0
    const work = async () => {
      await using worker = await openStore('postgres')
      const one = stateOf(worker, label, parent.owner, () => (built += 1))
      const state = await worker.state(one)
      const other = await worker.state({ ...one, label: `${label}-after-it` })
      expect(other.location).not.to.equal(state.location)
      await using copy = await worker.copy(state, { template, label: 'copy' })
      if (copy.address.engine !== 'postgres') throw new Error('not on a server')
      expect(await rowsOf(copy.address, 'SELECT a FROM t')).to.deep.equal([{ a: 'a' }])
      expect((await worker.states()).filter((kept) => kept.label.startsWith(short))).to.deep.equal([])
    }
    await Promise.all([work(), work()])
    expect(built).to.equal(2)
    const left = await databases(short)
    expect(left).to.have.length(2)
    for (const name of left) expect(name).to.match(new RegExp(`^stagegate_run_${parent.owner}_state-owned-`))
    await parent[Symbol.asyncDispose]()
    expect(await databases(short)).to.deep.equal([])
  })

  it('is swept when the owner was killed', async () => {
    const label = ownLabel('orphaned')
    await killedProcess(`
      import { openStore } from ${here('../open-store.ts')}
      import { runStatements } from ${here('../run-statements.ts')}
      import { plainTemplate as template } from ${here('./testing/needs-postgres.ts')}
      const store = await openStore('postgres')
      await store.state({ label: '${label}', key: 'k', owner: store.owner, async build() {
        return { target: await store.empty({ template, label: '${label}' }) }
      } })
      console.log('built')
      await new Promise((finish) => setTimeout(finish, 60_000))`)
    expect(await databases(label)).to.have.length(1)
    // The server takes a moment to see that somebody is gone.
    const deadline = Date.now() + 10_000
    while ((await databases(label)).length > 0 && Date.now() < deadline) {
      const server = await useServer(toUrl(testServer()))
      await server[Symbol.asyncDispose]()
    }
    expect(await databases(label)).to.deep.equal([])
  })
})
