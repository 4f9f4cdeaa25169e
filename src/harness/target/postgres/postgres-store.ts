import { median } from 'simple-statistics'
import type { DataSource } from 'typeorm'
import { quoteIdentifier } from '../../vocabulary/quote-identifier.ts'
import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import type { PostgresAddress } from '../address.ts'
import type { FinishedState } from '../finished-state.ts'
import type { OpenTarget } from '../open-target.ts'
import type { Source } from '../source.ts'
import type { KeptState, Store, TargetOptions } from '../store.ts'
import { copyDatabase, createDatabase } from './copy-database.ts'
import { copySource, type PostgresCopyOptions } from './copying/copy-source.ts'
import { OWNED, ownedName } from './database-name.ts'
import { dropDatabase } from './drop-database.ts'
import { dropStates, listStates } from './list-states.ts'
import { markUsed, type PostgresState, postgresState } from './postgres-state.ts'
import { disposableTarget, inspectedTarget } from './postgres-target.ts'
import { openServer, type Server } from './server.ts'
import { readRecords } from './state-record.ts'
import { sweep } from './sweep.ts'

const TIMED_COPIES = 3

/**
 * Databases on a server, all of them with names that begin with `stagegate_`. Drops at opening what dead runs have left.
 * @throws StagegateError when there is no connection
 */
export async function postgresStore(address: PostgresAddress): Promise<Store> {
  const server = await openServer(address)
  try {
    await sweep(server)
  } catch (error) {
    await server[Symbol.asyncDispose]()
    throw error
  }
  return new PostgresStore(server)
}

class PostgresStore implements Store {
  readonly engine = 'postgres'
  readonly #server: Server
  /** Clones that are looked at, by the names of their states. */
  readonly #clones = new Map<string, Promise<PostgresAddress>>()

  constructor(server: Server) {
    this.#server = server
  }

  get owner(): string {
    return this.#server.owner
  }

  async empty(options: TargetOptions): Promise<OpenTarget> {
    return this.#disposable(options, (name) => createDatabase(this.#server, name))
  }

  async copy(source: FinishedState | OpenTarget, options: TargetOptions): Promise<OpenTarget> {
    if ('kind' in source) {
      const { database } = ofServer(source)
      await markUsed(this.#server, database)
      return this.#disposable(options, (name) => copyDatabase(this.#server, database, name))
    }
    await using _lease = source.lease('one that copies it')
    const { address } = source
    if (address.engine !== 'postgres')
      throw new Error(`a file of ${address.engine} cannot be copied to a server`)
    return await this.#disposable(options, (name) => copyDatabase(this.#server, address.database, name))
  }

  copySource(source: Source, options: PostgresCopyOptions): Promise<OpenTarget> {
    return copySource(this.#server, source, options)
  }

  state(...[state]: Parameters<Store['state']>): Promise<FinishedState> {
    return postgresState(this.#server, state)
  }

  async inspect(state: FinishedState, template: DataSource): Promise<OpenTarget> {
    const { database, label } = ofServer(state)
    const known = this.#clones.get(database) ?? this.#readOnlyClone(database, label)
    this.#clones.set(database, known)
    return inspectedTarget(await known, template)
  }

  async timeCopy(state: FinishedState): Promise<number> {
    const { database } = ofServer(state)
    const times: number[] = []
    while (times.length < TIMED_COPIES) {
      const name = ownedName(this.#server.owner, 'timed-copy')
      const startedAt = performance.now()
      await copyDatabase(this.#server, database, name)
      times.push(performance.now() - startedAt)
      await dropDatabase(this.#server, name)
    }
    return median(times)
  }

  states(): Promise<readonly KeptState[]> {
    return listStates(this.#server)
  }

  async clear(): Promise<void> {
    await dropStates(this.#server, (await readRecords(this.#server)).keys())
  }

  async [Symbol.asyncDispose](): Promise<void> {
    try {
      const own = `${OWNED}${this.#server.owner}_`
      const left = await this.#server.query<{ name: string }>(
        'SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)',
        [own],
      )
      for (const { name } of left) await dropDatabase(this.#server, name)
    } catch (error) {
      // Who has lost the server has been told so with the first thing that failed. Whoever opens a store there next
      // drops what is left.
      if (!(error instanceof StagegateError)) throw error
    } finally {
      await this.#server[Symbol.asyncDispose]()
    }
  }

  async #disposable(
    { template, label }: TargetOptions,
    make: (database: string) => Promise<void>,
  ): Promise<OpenTarget> {
    const database = ownedName(this.#server.owner, label)
    await make(database)
    return disposableTarget(this.#server, { database, template, label })
  }

  /** Nobody can connect to a template, and a clone of it that could be written to would not be it any more. */
  async #readOnlyClone(from: string, label: string): Promise<PostgresAddress> {
    const database = ownedName(this.#server.owner, label)
    await markUsed(this.#server, from)
    await copyDatabase(this.#server, from, database)
    await this.#server.query(
      `ALTER DATABASE ${quoteIdentifier(database)} SET default_transaction_read_only = on`,
    )
    return { ...this.#server.address, database }
  }
}

function ofServer(state: FinishedState): PostgresState {
  if ('database' in state) return state as PostgresState
  throw new Error(`${state.location} is no state of a server`)
}
