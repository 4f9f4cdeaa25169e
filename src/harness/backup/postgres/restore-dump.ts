import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { PostgresAddress } from '../../target/address.ts'
import { counting } from '../../target/postgres/copying/transfer.ts'
import { toolFailure } from '../../target/postgres/copying/transfer-error.ts'
import { ownedName } from '../../target/postgres/database-name.ts'
import { dropDatabase } from '../../target/postgres/drop-database.ts'
import { shown } from '../../target/postgres/parse-url.ts'
import type { Server } from '../../target/postgres/server.ts'
import type { PostgresTools } from '../../target/postgres/tools/postgres-tools.ts'
import type { BackupRecord } from '../backup.ts'
import type { WorkOptions } from '../engine-backups.ts'
import { damaged } from '../read-backup.ts'
import { creation, fromTexts } from './database-settings.ts'

export interface DumpFile {
  readonly file: string
  /** The name of the database that it is of, as a part of the name of ours. */
  readonly of: string
  readonly record: Pick<BackupRecord, 'settings' | 'bytes'>
  /** Whether objects get their owners, and roles their rights. */
  readonly withRoles: boolean
}

/** A database of ours that holds what a dump holds. Disposing of it drops it, unless it has got another name. */
export interface RestoredDump extends AsyncDisposable {
  readonly address: PostgresAddress
}

const SETTINGS = { maintenance_work_mem: '256MB' }
const UNREADABLE = /could not read from input|input file|end of file|archive|could not uncompress|corrupt/

/** Restores a dump into a database of our own. What a failure or the signal breaks off is dropped. */
export async function restoreDump(
  server: Server,
  tools: PostgresTools,
  { file, of, record, withRoles }: DumpFile,
  { onProgress, signal }: WorkOptions,
): Promise<RestoredDump> {
  const settings = fromTexts(record)
  const database = ownedName(server.owner, `backup-${of}`)
  const address = { ...server.address, database }
  const restored = { address, [Symbol.asyncDispose]: () => dropDatabase(server, database) }
  await server.query(creation(database, settings, withRoles ? settings.owner : undefined))
  try {
    const rights = withRoles ? [] : ['--no-owner', '--no-privileges', '--no-tablespaces']
    const running = await tools.start({
      tool: 'pg_restore',
      args: ['--exit-on-error', `--dbname=${database}`, '--no-subscriptions', ...rights],
      address,
      settings: SETTINGS,
    })
    const stop = () => void running.stop().catch(() => {})
    signal?.addEventListener('abort', stop, { once: true })
    if (signal?.aborted) stop()
    const told = (done: number) =>
      onProgress?.({ what: 'bytes of the dump restored', done, total: record.bytes })
    // What ends the pipe is told by the tool, except where the file cannot be read.
    let unread: unknown
    const input = createReadStream(file).once('error', (error) => {
      unread = error
    })
    running.stdout.resume()
    const piped = pipeline(input, counting(told), running.stdin).catch(() => {})
    const [end] = await Promise.all([running.ended, piped])
    signal?.removeEventListener('abort', stop)
    signal?.throwIfAborted()
    if (unread !== undefined) throw unread
    if (end.code !== 0 && UNREADABLE.test(end.complaints)) {
      throw damaged(`pg_restore cannot read it: ${end.complaints.trim().split('\n')[0]}`, file)
    }
    if (end.code !== 0) throw toolFailure('pg_restore', end, shown(address), address.password)
    return restored
  } catch (error) {
    await restored[Symbol.asyncDispose]()
    throw error
  }
}
