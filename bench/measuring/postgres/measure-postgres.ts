import type { PostgresAddress } from '../../../src/harness/target/address.ts'
import { withConnection } from '../../../src/harness/target/postgres/connect.ts'
import type { PostgresMeasured } from '../../figures/postgres-measured.ts'
import { measureCloning } from './measure-cloning.ts'
import { measureMigrating } from './measure-migrating.ts'
import { measureObserving } from './measure-observing.ts'
import { postgresContext } from './postgres-context.ts'
import { type BenchServer, withBenchServer } from './with-bench-server.ts'

/** What decides how long a server takes to write and to sort. */
const SETTINGS = [
  'fsync',
  'synchronous_commit',
  'full_page_writes',
  'shared_buffers',
  'max_wal_size',
  'work_mem',
]

export interface MeasurePostgresOptions {
  /** Of the user's own server; absent when one is to be started. */
  readonly url: string | undefined
  readonly profile: string
  readonly repetitions: number
  readonly onStart: (what: string) => void
}

/**
 * Everything that is measured of PostgreSQL, on one server.
 * @throws NoServer when there is no server; StagegateError when the floor and ours end in different states
 */
export function measurePostgres(options: MeasurePostgresOptions): Promise<PostgresMeasured> {
  const { url, repetitions: starts, onStart } = options
  return withBenchServer({ url, starts, onStart }, (server) => measureOn(server, options))
}

async function measureOn(
  { running, startups }: BenchServer,
  { profile, repetitions, onStart }: MeasurePostgresOptions,
): Promise<PostgresMeasured> {
  await using context = await postgresContext(running.url, profile)
  const { location, version, image } = running
  const settings = await settingsOf(context.address)
  return {
    server: { location, version, ...(image === undefined ? {} : { image }), settings },
    startups,
    clones: await measureCloning(context, repetitions, onStart),
    migrate: { pairs: await measureMigrating(context, repetitions, onStart) },
    observe: await measureObserving(context, repetitions, onStart),
  }
}

function settingsOf(address: PostgresAddress): Promise<Readonly<Record<string, string>>> {
  return withConnection(address, async (client) => {
    const { rows } = await client.query<{ readonly name: string; readonly value: string }>(
      'SELECT name, current_setting(name) AS value FROM unnest($1::text[]) AS name',
      [SETTINGS],
    )
    return Object.fromEntries(rows.map(({ name, value }) => [name, value]))
  })
}
