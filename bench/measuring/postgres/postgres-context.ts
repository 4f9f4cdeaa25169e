import { join } from 'node:path'
import type { DataSource } from 'typeorm'
import { type FixtureOptions, fixtureState } from '../../../src/fixture/fixture-state.ts'
import { loadProfile } from '../../../src/fixture/load-profile.ts'
import type { PostgresAddress } from '../../../src/harness/target/address.ts'
import type { FinishedState } from '../../../src/harness/target/finished-state.ts'
import { loadDataSource } from '../../../src/harness/target/load-data-source.ts'
import type { OpenTarget } from '../../../src/harness/target/open-target.ts'
import { parseUrl } from '../../../src/harness/target/postgres/parse-url.ts'
import { postgresStore } from '../../../src/harness/target/postgres/postgres-store.ts'
import type { Store } from '../../../src/harness/target/store.ts'
import { ROOT } from '../bench-context.ts'
import { checkpoint } from './checkpoint.ts'

/** What every measurement on a server starts from. */
export interface PostgresContext extends AsyncDisposable {
  readonly profile: string
  readonly store: Store
  /** The data source whose migrations are measured. */
  readonly template: DataSource
  /** Where orders to the server are given. */
  readonly address: PostgresAddress
  /** The finished state of a profile's fixture, where its past ends or at head; built where it is missing. */
  state(profile: string, at?: 'head'): Promise<FinishedState>
  /** Runs work on a copy of a state of its own. Nothing waits to be written when the work begins. */
  onCopy<T>(
    state: FinishedState,
    work: (target: OpenTarget, address: PostgresAddress) => Promise<T>,
  ): Promise<T>
}

/** @throws StagegateError when there is no connection. */
export async function postgresContext(url: string, profile: string): Promise<PostgresContext> {
  const address = parseUrl(url)
  const source = await loadDataSource(join(ROOT, 'ormconfig.ts'))
  const store = await postgresStore(address)
  const optionsOf = async (name: string): Promise<FixtureOptions> => ({
    store,
    source,
    profile: await loadProfile(name),
  })
  return {
    profile,
    store,
    address,
    template: source.dataSource,
    state: async (name, at) => store.state(await fixtureState(await optionsOf(name), at)),
    async onCopy(state, work) {
      await using target = await store.copy(state, { template: source.dataSource, label: 'bench' })
      await checkpoint(address)
      return await work(target, onServer(target))
    },
    [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
  }
}

function onServer({ address }: OpenTarget): PostgresAddress {
  if (address.engine === 'postgres') return address
  throw new Error('a copy on a server is a file')
}
