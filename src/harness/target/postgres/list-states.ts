import type { KeptState } from '../store.ts'
import { BUILD_LOCK, withLock } from './advisory-lock.ts'
import { dropDatabase } from './drop-database.ts'
import { shown } from './parse-url.ts'
import type { Server } from './server.ts'
import { readRecords } from './state-record.ts'

/** The finished states on a server, sorted by label and name. */
export async function listStates(server: Server): Promise<readonly KeptState[]> {
  const states: KeptState[] = []
  for (const [database, { label }] of await readRecords(server)) {
    const [size] = await server.query<{ bytes: string }>('SELECT pg_database_size($1) AS bytes', [database])
    const location = shown({ ...server.address, database })
    states.push({ label, location, bytes: Number(size?.bytes) })
  }
  return states.sort(byLabelAndLocation)
}

/** Drops finished states, each when nobody is building or asking for it. */
export async function dropStates(server: Server, names: Iterable<string>): Promise<void> {
  for (const name of names) {
    await withLock(server.address, BUILD_LOCK, name, () => dropDatabase(server, name))
  }
}

function byLabelAndLocation(one: KeptState, other: KeptState): number {
  const [a, b] = [one, other].map(({ label, location }) => `${label}\0${location}`)
  return (a ?? '') < (b ?? '') ? -1 : 1
}
