import { setTimeout } from 'node:timers/promises'
import type pg from 'pg'
import type { PostgresAddress } from '../../target/address.ts'
import { connect } from '../../target/postgres/connect.ts'
import { shown } from '../../target/postgres/parse-url.ts'
import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import type { LockWatch } from '../lock-watch.ts'
import { CLOSING_MODES, type Look, locksSeen, type SeenLock, type Watched } from './locks-seen.ts'

/** How long there is no look between two. Milliseconds. */
const INTERVAL = 20

/** Looking changes nothing, and gives up rather than wait: a look that waits sees nothing. */
const SETTINGS = `SET default_transaction_read_only = on; SET lock_timeout = '1s'; SET statement_timeout = '5s'`

const NAME = `CASE WHEN n.nspname = current_schema() THEN c.relname ELSE n.nspname || '.' || c.relname END`

const TABLES = `SELECT c.oid::text AS table, ${NAME} AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'm') AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'`

/** A lock that is waited for counts, too: whoever comes now queues up behind it. */
const LOCKS = `WITH locks AS MATERIALIZED (
  SELECT relation, pid, mode, granted FROM pg_locks
  WHERE locktype = 'relation' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
)
SELECT l.relation::text AS table, ${NAME} AS name, l.mode,
  (SELECT count(DISTINCT w.pid) FROM locks w WHERE w.relation = l.relation AND NOT w.granted AND w.pid <> l.pid)::int AS waiting
FROM locks l LEFT JOIN pg_class c ON c.oid = l.relation LEFT JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE l.pid = $1 AND l.mode IN (${CLOSING_MODES.map((mode) => `'${mode}'`).join(', ')})`

/** Looks from another connection at the locks that a backend has. @param pid the backend's number */
export async function watchLocks(address: PostgresAddress, pid: number): Promise<LockWatch> {
  const client = await connect(address)
  try {
    await client.query(SETTINGS)
  } catch (error) {
    await client.end()
    throw error
  }
  return new Watch(address, client, pid)
}

class Watch implements LockWatch {
  readonly #address: PostgresAddress
  readonly #client: pg.Client
  readonly #pid: number
  readonly #watched: (Watched & { readonly looks: Look[] })[] = []
  readonly #ending = new AbortController()
  readonly #looking: Promise<void>
  #failure: unknown

  constructor(address: PostgresAddress, client: pg.Client, pid: number) {
    this.#address = address
    this.#client = client
    this.#pid = pid
    this.#looking = this.#lookOnAndOn()
  }

  async begin(): Promise<void> {
    await this.#unlessFailed(async () => {
      const { rows } = await this.#client.query<{ table: string; name: string }>(TABLES)
      const tables = new Map(rows.map(({ table, name }) => [table, name]))
      this.#watched.push({ begunAt: performance.now(), tables, looks: [] })
    })
  }

  async look(): Promise<void> {
    await this.#unlessFailed(async () => {
      const current = this.#watched.at(-1)
      const askedAt = performance.now()
      const query = { name: 'locks', text: LOCKS, values: [this.#pid] }
      const { rows } = await this.#client.query<SeenLock>(query)
      current?.looks.push({ askedAt, answeredAt: performance.now(), locks: rows })
    })
  }

  async end(): Promise<void> {
    if (this.#ending.signal.aborted) return
    this.#ending.abort()
    await this.#looking
    await this.#client.end()
  }

  records() {
    if (this.#failure !== undefined) throw notSampled(this.#address, this.#failure)
    return this.#watched.map(locksSeen)
  }

  async #lookOnAndOn(): Promise<void> {
    const { signal } = this.#ending
    while (!signal.aborted && this.#failure === undefined) {
      await this.look()
      // Ending ends the pause as well.
      await setTimeout(INTERVAL, undefined, { signal }).catch(() => {})
    }
  }

  async #unlessFailed(work: () => Promise<void>): Promise<void> {
    if (this.#failure !== undefined) return
    await work().catch((error: unknown) => {
      this.#failure ??= error
    })
  }
}

function notSampled(address: PostgresAddress, cause: unknown): StagegateError {
  const message = cause instanceof Error ? cause.message : String(cause)
  return new StagegateError(
    {
      what: `The locks of the migrations were not seen: ${message}.`,
      where: shown(address),
      cause:
        'The connection that looks at them was ended, or the server was too busy to answer within seconds.',
      next: 'Run it again, with fewer workers.',
    },
    { cause },
  )
}
