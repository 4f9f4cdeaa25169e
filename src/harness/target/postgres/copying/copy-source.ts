import type pg from 'pg'
import { StagegateError } from '../../../vocabulary/stagegate-error.ts'
import type { PostgresAddress } from '../../address.ts'
import type { OpenTarget } from '../../open-target.ts'
import type { CopySourceOptions, Source } from '../../source.ts'
import type { TargetOptions } from '../../store.ts'
import { withConnection } from '../connect.ts'
import { createDatabase } from '../copy-database.ts'
import { ownedName } from '../database-name.ts'
import { dropDatabase } from '../drop-database.ts'
import { shown } from '../parse-url.ts'
import { disposableTarget } from '../postgres-target.ts'
import type { Server } from '../server.ts'
import { findTools } from '../tools/find-tools.ts'
import { majorVersion } from '../tools/major-version.ts'
import type { PostgresTools } from '../tools/postgres-tools.ts'
import { tooNew } from '../tools/tools-error.ts'
import { checkFit } from './check-fit.ts'
import { compareRows } from './compare-rows.ts'
import { keepGrants } from './keep-grants.ts'
import { openSnapshot, type Snapshot } from './open-snapshot.ts'
import { readLosses } from './read-losses.ts'
import { refuseOwn } from './refuse-own.ts'
import { SOURCE_SETTINGS } from './source-settings.ts'
import { transfer } from './transfer.ts'
import { toolFailure } from './transfer-error.ts'

export type PostgresCopyOptions = TargetOptions & CopySourceOptions

/** A dump goes on without subscriptions, which would have the copy fed, and without what is for other programs. */
const LEFT_OUT = ['--no-owner', '--no-privileges', '--no-subscriptions', '--no-security-labels']
const RESTORE_SETTINGS = { synchronous_commit: 'off', maintenance_work_mem: '256MB' }
const VERSION = `SELECT current_setting('server_version') AS version`

/**
 * Copies one moment of a database into one of ours, by PostgreSQL's own dump and restore. The source is not written.
 * Rows are counted on both sides. What a failure or the signal breaks off leaves nothing.
 *
 * How much room the server of the copy has cannot be asked over SQL: where it does not suffice, that is said then.
 * @throws StagegateError; the signal's reason
 */
export async function copySource(
  server: Server,
  source: Source,
  options: PostgresCopyOptions,
): Promise<OpenTarget> {
  const from = ofServer(source.address)
  await using snapshot = await openSnapshot(from)
  await refuseOwn(snapshot.client, from, server)
  const tools = await toolsBetween(snapshot.client, from, server)
  await checkFit(snapshot.client, from, server)
  options.signal?.throwIfAborted()
  const database = ownedName(server.owner, options.label)
  const to = { ...server.address, database }
  await createDatabase(server, database)
  try {
    await fill({ tools, snapshot, source, from, to, options })
    const missing = await withConnection(to, async (copy) => {
      await compareRows(snapshot, copy, source.location)
      return keepGrants(snapshot.client, copy)
    })
    options.signal?.throwIfAborted()
    options.onLost?.(await readLosses(snapshot.client, to.user, missing))
    return disposableTarget(server, { database, template: options.template, label: options.label })
  } catch (error) {
    // A server that has gone with it keeps it until somebody opens a store there: this failure is what counts.
    await dropDatabase(server, database).catch(() => {})
    throw error
  }
}

interface Filling {
  readonly tools: PostgresTools
  readonly snapshot: Snapshot
  readonly source: Source
  readonly from: PostgresAddress
  readonly to: PostgresAddress
  readonly options: PostgresCopyOptions
}

async function fill({ tools, snapshot, source, from, to, options }: Filling): Promise<void> {
  const { onProgress, signal } = options
  const dump = await tools.start({
    tool: 'pg_dump',
    args: ['--format=custom', '--compress=0', `--snapshot=${snapshot.id}`, '--no-subscriptions'],
    address: from,
    settings: SOURCE_SETTINGS,
  })
  const restore = await tools
    .start({
      tool: 'pg_restore',
      args: ['--exit-on-error', `--dbname=${to.database}`, '--no-tablespaces', ...LEFT_OUT],
      address: to,
      settings: RESTORE_SETTINGS,
    })
    .catch(async (error: unknown) => {
      await dump.stop()
      throw error
    })
  // Rows in a dump are longer or shorter than on the disk, and indexes are not in it.
  const what = `bytes of ${source.location}, about`
  const told = (bytes: number) =>
    onProgress?.({ what, done: Math.min(bytes, source.bytes), total: source.bytes })
  const { failed, ...ends } = await transfer(dump, restore, { onBytes: told, signal })
  if (failed === 'dump') throw toolFailure('pg_dump', ends.dump, source.location, from.password)
  if (failed === 'restore') throw toolFailure('pg_restore', ends.restore, shown(to), to.password)
  onProgress?.({ what, done: source.bytes, total: source.bytes })
}

async function toolsBetween(
  client: pg.ClientBase,
  from: PostgresAddress,
  server: Server,
): Promise<PostgresTools> {
  const { rows } = await client.query<{ version: string }>(VERSION)
  const [ours] = await server.query<{ version: string }>(VERSION)
  const least = majorVersion(rows[0]?.version ?? '') ?? 0
  const most = majorVersion(ours?.version ?? '') ?? 0
  if (least > most) throw tooNew(shown(from), least, most)
  return findTools({ least, most })
}

function ofServer(address: Source['address']): PostgresAddress {
  if (address.engine === 'postgres') return address
  throw new StagegateError({
    what: 'A file of SQLite cannot be copied to a PostgreSQL server.',
    where: address.file,
    next: 'Rehearse it on SQLite.',
  })
}
