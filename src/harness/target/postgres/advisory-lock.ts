import { createHash } from 'node:crypto'
import type { PostgresAddress } from '../address.ts'
import { withConnection } from './connect.ts'

/** The first key of an advisory lock of ours: what the lock is about. */
export const OWNER_LOCK = 1_397_113_601
export const BUILD_LOCK = 1_397_113_602
export const COMMENT_LOCK = 1_397_113_603
export const SWEEP_LOCK = 1_397_113_604

/** The second key for a name. */
export function lockKey(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32BE() >>> 1
}

/**
 * Does something while nobody else does it, on a connection of its own: waiting holds nobody up who has the lock. The
 * server gives the lock back when the process dies.
 */
export async function withLock<T>(
  address: PostgresAddress,
  about: number,
  name: string,
  work: () => Promise<T>,
): Promise<T> {
  return withConnection(address, async (client) => {
    await client.query('SELECT pg_advisory_lock($1, $2)', [about, lockKey(name)])
    return work()
  })
}

/** The same if nobody else does it at the moment; undefined when somebody does. */
export async function ifUnlocked<T>(
  address: PostgresAddress,
  about: number,
  name: string,
  work: () => Promise<T>,
): Promise<T | undefined> {
  return withConnection(address, async (client) => {
    const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS taken', [
      about,
      lockKey(name),
    ])
    return rows[0]?.taken ? work() : undefined
  })
}
