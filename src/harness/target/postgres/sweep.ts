import { ifUnlocked, OWNER_LOCK, SWEEP_LOCK } from './advisory-lock.ts'
import { OWNED } from './database-name.ts'
import { dropDatabase } from './drop-database.ts'
import type { Server } from './server.ts'

/**
 * The databases whose owner's lock nobody holds. Locks are looked up in the list of all databases: an advisory lock is
 * of the database that it was taken in, and another process may give its orders from another one.
 */
const DEAD = `SELECT datname AS name FROM pg_database
WHERE datname ~ '^${OWNED}[0-9a-f]{8}_' AND pg_has_role(datdba, 'MEMBER') AND NOT EXISTS (
  SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid = ${OWNER_LOCK} AND objsubid = 2
    AND objid = ('x' || substr(datname, ${OWNED.length + 1}, 8))::bit(32)::bigint::oid)`

/** Drops what runs have left that no longer live. @returns the names of what was dropped */
export async function sweep(server: Server): Promise<readonly string[]> {
  const dropped = await ifUnlocked(server.address, SWEEP_LOCK, 'all', async () => {
    const dead = await server.query<{ name: string }>(DEAD)
    for (const { name } of dead) await dropDatabase(server, name)
    return dead.map(({ name }) => name)
  })
  // Somebody else is at it.
  return dropped ?? []
}
