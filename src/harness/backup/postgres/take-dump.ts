import { createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { PostgresAddress } from '../../target/address.ts'
import { openSnapshot, type Snapshot } from '../../target/postgres/copying/open-snapshot.ts'
import { refuseUnreadable } from '../../target/postgres/copying/refuse-unreadable.ts'
import { SOURCE_SETTINGS } from '../../target/postgres/copying/source-settings.ts'
import { counting } from '../../target/postgres/copying/transfer.ts'
import { toolFailure } from '../../target/postgres/copying/transfer-error.ts'
import { shown } from '../../target/postgres/parse-url.ts'
import { findTools } from '../../target/postgres/tools/find-tools.ts'
import { majorVersion } from '../../target/postgres/tools/major-version.ts'
import type { PostgresTools } from '../../target/postgres/tools/postgres-tools.ts'
import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import type { BackupContents } from '../backup.ts'
import type { Checked, CheckOptions, WorkOptions } from '../engine-backups.ts'
import { checkingServer } from './checking-server.ts'
import { asTexts, fromTexts, readSettings } from './database-settings.ts'
import { inSnapshot } from './in-snapshot.ts'
import { readContents } from './read-contents.ts'
import { readThrough } from './read-through.ts'
import { RECORD_KEYS } from './record-keys.ts'
import { restoreDump } from './restore-dump.ts'
import { unlikeRestored } from './unlike-restored.ts'
import { whyWithoutRoles } from './why-without-roles.ts'

/** Who may not read a database may not read its backups either. */
const OWN = 0o600
/** The most that a dump gets smaller by costs four times as long. */
const COMPRESSION = '--compress=1'

/**
 * Dumps a database, and restores the dump to see that it holds what the database held at that moment.
 * @throws StagegateError
 */
export async function takeDump(
  address: PostgresAddress,
  file: string,
  options: CheckOptions,
): Promise<BackupContents & Checked> {
  const taken = await dumped(address, file, options)
  const { least } = taken
  const found = await checkingServer(options.server, least, address)
  const { contents, tools } = taken
  if (found.server === null) {
    await readThrough(tools, file, options)
    return { ...contents, unchecked: [`what would come out of it again: ${found.why}`] }
  }
  await using server = found.server
  const { size: bytes } = await stat(file)
  const without = await whyWithoutRoles(server, fromTexts(contents))
  const restoring = await findTools({ least: tools.major, most: found.major })
  const dump = {
    ...{ file, of: address.database, withRoles: without === null },
    record: { ...contents, bytes },
  }
  await using restored = await restoreDump(server, restoring, dump, options)
  const { difference, unchecked } = await unlikeRestored(restored.address, contents, without, options)
  if (difference === null) return { ...contents, unchecked }
  throw new StagegateError({
    what: `What was dumped cannot be kept as a backup: restored, it ${difference}.`,
    where: shown(address),
    cause: 'An object that a dump does not hold, or a fault of the tools.',
    next: 'Report it. Nothing has been kept.',
  })
}

interface Dumped {
  readonly contents: BackupContents
  readonly tools: PostgresTools
  /** The version that a server needs to take it. */
  readonly least: number
}

async function dumped(address: PostgresAddress, file: string, options: WorkOptions): Promise<Dumped> {
  await using snapshot = await openSnapshot(address)
  refuseUnreadable(snapshot.tables, address)
  const settings = await readSettings(snapshot.client)
  const { catalogWithoutRoles, ...contents } = await inSnapshot(address, snapshot.id, (db) =>
    readContents(db, options),
  )
  const tools = await findTools({ least: majorVersion(contents.engineVersion) ?? 0 })
  await write(tools, snapshot, address, file, options)
  return {
    contents: {
      ...contents,
      settings: {
        ...asTexts(settings),
        [RECORD_KEYS.withoutRoles]: catalogWithoutRoles,
        [RECORD_KEYS.dumpedBy]: String(tools.major),
      },
    },
    tools,
    least: tools.major,
  }
}

async function write(
  tools: PostgresTools,
  { id, client }: Snapshot,
  address: PostgresAddress,
  file: string,
  { onProgress, signal }: WorkOptions,
): Promise<void> {
  const { rows } = await client.query<{ bytes: string }>(
    'SELECT pg_database_size(current_database()) AS bytes',
  )
  const total = Number(rows[0]?.bytes)
  const dump = await tools.start({
    tool: 'pg_dump',
    args: ['--format=custom', COMPRESSION, `--snapshot=${id}`],
    address,
    settings: SOURCE_SETTINGS,
  })
  const stop = () => void dump.stop().catch(() => {})
  signal?.addEventListener('abort', stop, { once: true })
  if (signal?.aborted) stop()
  dump.stdin.end()
  try {
    const told = (bytes: number) =>
      onProgress?.({ what: 'bytes of the dump, at most', done: Math.min(bytes, total), total })
    const output = createWriteStream(file, { flags: 'wx', mode: OWN })
    let failed: unknown
    output.once('error', (error) => {
      failed = error
    })
    await pipeline(dump.stdout, counting(told), output).catch(() => {})
    signal?.throwIfAborted()
    // A full disk is told by whoever writes there, and not by the tool, which breaks after it.
    if (failed !== undefined) throw failed
    const end = await dump.ended
    if (end.code !== 0) throw toolFailure('pg_dump', end, shown(address), address.password)
  } finally {
    signal?.removeEventListener('abort', stop)
    await dump.stop()
  }
}
