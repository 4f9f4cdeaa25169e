import { setTimeout } from 'node:timers/promises'
import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import type { PostgresAddress } from '../address.ts'
import { withConnection } from './connect.ts'

/** How often a server is asked that has said that it listens. Milliseconds. */
const INTERVAL = 50

/**
 * What a server that listens may still say: that it is starting up; and what comes of a port that is passed on already
 * to where nobody listens yet.
 */
const NOT_YET = new Set(['57P03', 'ECONNREFUSED', 'ECONNRESET'])

/**
 * Waits until a server that is starting lets somebody in.
 * @param timeout milliseconds
 * @throws StagegateError when it does not in time, or says something else
 */
export async function whenAnswering(address: PostgresAddress, timeout: number): Promise<void> {
  const deadline = performance.now() + timeout
  while (!(await answers(address, performance.now() > deadline))) await setTimeout(INTERVAL)
}

async function answers(address: PostgresAddress, late: boolean): Promise<boolean> {
  try {
    await withConnection(address, (client) => client.query('SELECT 1'))
    return true
  } catch (error) {
    if (late || !isNotYet(error)) throw error
    return false
  }
}

function isNotYet(error: unknown): boolean {
  if (!(error instanceof StagegateError) || !(error.cause instanceof Error)) return false
  const { code, message }: Error & { readonly code?: string } = error.cause
  return NOT_YET.has(code ?? '') || message === 'Connection terminated unexpectedly'
}
