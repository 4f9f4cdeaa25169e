import { quoteIdentifier } from '../../vocabulary/quote-identifier.ts'
import type { Address, PostgresAddress } from '../address.ts'
import type { FinishedState } from '../finished-state.ts'
import type { State } from '../state.ts'
import { BUILD_LOCK, withLock } from './advisory-lock.ts'
import { withConnection } from './connect.ts'
import { ownedStateName, stateName } from './database-name.ts'
import { dropDatabase } from './drop-database.ts'
import { shown } from './parse-url.ts'
import { pruneStates } from './prune-states.ts'
import type { Server } from './server.ts'
import { isFinished, readRecord, updateRecord, writeRecord } from './state-record.ts'

/** A finished state on a server: a template that nobody can connect to. */
export interface PostgresState extends FinishedState {
  readonly database: string
}

/** How long a use that was written down holds. Milliseconds; well below the hour after which a state may be dropped. */
const FRESH = 10 * 60 * 1000

/**
 * The database of a state, built when it is not there yet. It gets its name as the very last thing, so that a killed
 * run leaves nothing that could be taken for one.
 */
export async function postgresState(server: Server, state: State): Promise<PostgresState> {
  const { label, key, owner } = state
  const name = owner === undefined ? stateName(label, key) : ownedStateName(owner, label, key)
  return withLock(server.address, BUILD_LOCK, name, async () => {
    if (await isFinished(server, name)) await markUsed(server, name)
    else await build(server, state, name)
    return finishedState(server, label, name)
  })
}

/** Notes that a state is being used, so that it is not pruned. */
export async function markUsed(server: Server, name: string): Promise<void> {
  const usedAt = Date.now()
  const known = await readRecord(server, name)
  if (known && usedAt - known.usedAt > FRESH) {
    await updateRecord(server, name, (record) => ({ ...record, usedAt }))
  }
}

async function build(server: Server, state: State, name: string): Promise<void> {
  const { target, facts = {} } = await state.build()
  await using unfinished = target
  await using _lease = unfinished.lease('one that takes it over')
  const address = onServer(unfinished.address, server)
  const { label, key, owner } = state
  await writeRecord(server, address.database, { label, key, usedAt: Date.now(), facts })
  // As autovacuum would have done by the time that somebody asks such a database anything. Not in parallel: a container
  // has little shared memory unless it is told otherwise.
  await withConnection(address, async (client) => {
    // Transactions share the mark of how far they are on the disk: those of VACUUM itself would hide the rows' from it.
    await client.query('SET synchronous_commit = on')
    await client.query('VACUUM (ANALYZE, PARALLEL 0)')
  })
  const unfinishedName = quoteIdentifier(address.database)
  await server.query(`ALTER DATABASE ${unfinishedName} WITH ALLOW_CONNECTIONS false IS_TEMPLATE true`)
  // Only what is no finished state can be in the way, such as one whose dropping was interrupted.
  await dropDatabase(server, name)
  await server.query(`ALTER DATABASE ${unfinishedName} RENAME TO ${quoteIdentifier(name)}`)
  if (owner === undefined) await pruneStates(server, label, Date.now())
}

function finishedState(server: Server, label: string, database: string): PostgresState {
  return {
    kind: 'finished state',
    engine: 'postgres',
    label,
    database,
    location: shown({ ...server.address, database }),
    async readFacts<T>(name: string) {
      return (await readRecord(server, database))?.facts[name] as T | undefined
    },
    writeFacts: (name, facts) =>
      updateRecord(server, database, (record) => ({ ...record, facts: { ...record.facts, [name]: facts } })),
  }
}

function onServer(address: Address, server: Server): PostgresAddress {
  if (address.engine === 'postgres' && address.host === server.address.host) return address
  throw new Error(`a state for ${shown(server.address)} was built somewhere else`)
}
