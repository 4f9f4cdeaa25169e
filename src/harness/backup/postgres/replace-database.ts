import type { PostgresAddress } from '../../target/address.ts'
import { dropDatabase } from '../../target/postgres/drop-database.ts'
import { shown } from '../../target/postgres/parse-url.ts'
import { openServer, type Server } from '../../target/postgres/server.ts'
import { serverVersion } from '../../target/postgres/server-version.ts'
import { sweep } from '../../target/postgres/sweep.ts'
import { findTools } from '../../target/postgres/tools/find-tools.ts'
import { majorVersion } from '../../target/postgres/tools/major-version.ts'
import { tooNew } from '../../target/postgres/tools/tools-error.ts'
import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import type { Backup } from '../backup.ts'
import type { Replaced, Replacement } from '../engine-backups.ts'
import { damaged } from '../read-backup.ts'
import { carryProperties } from './carry-properties.ts'
import { fromTexts } from './database-settings.ts'
import { inUse } from './in-use.ts'
import { maintenanceOf } from './maintenance-of.ts'
import { nameBefore } from './name-before.ts'
import { RECORD_KEYS } from './record-keys.ts'
import { restoreDump } from './restore-dump.ts'
import { swapDatabases } from './swap-databases.ts'
import { takeDump } from './take-dump.ts'
import { unlikeRestored } from './unlike-restored.ts'
import { whoIsConnected } from './who-is-connected.ts'
import { whyWithoutRoles } from './why-without-roles.ts'

/**
 * Replaces a database by what a dump holds. Until that is whole and verified in a database beside it, and the safety
 * copy is kept, nothing happens to the old one; then both get their names in one transaction. The old one goes when it
 * turns out to hold what its safety copy holds, and stays under another name otherwise.
 * @throws StagegateError; the database is as it was
 */
export async function replaceDatabase(address: PostgresAddress, replacement: Replacement): Promise<Replaced> {
  const { backup, keepSafe, signal } = replacement
  const maintenance = await maintenanceOf(address)
  const major = majorVersion(await serverVersion(maintenance)) ?? 0
  await using server = await openServer(maintenance)
  await sweep(server)
  const there = await server.query('SELECT FROM pg_database WHERE datname = $1', [address.database])
  const old = there.length > 0
  if (old) await refuseConnected(server, address)
  await using restored = await prepared(server, major, address, replacement)
  if (old) await carryProperties(server, address.database, restored.address.database)
  const safetyCopy = old ? await keepSafe((file) => takeDump(address, file, replacement)) : null
  signal?.throwIfAborted()
  const before = old ? nameBefore(address.database, new Date()) : null
  await swapDatabases(server, { from: restored.address.database, to: address, before })
  // From here on it is done, and cannot be broken off.
  const unchecked = [...restored.unchecked, ...(old ? [] : unconfigured(backup))]
  if (before === null || safetyCopy === null) return { safetyCopy, unchecked }
  const left = await dropKept(server, { ...address, database: before }, safetyCopy)
  return { safetyCopy, unchecked: [...unchecked, ...left] }
}

/** A database of ours that holds what the backup holds, as it is to be in the end. */
async function prepared(
  server: Server,
  major: number,
  { database: of }: PostgresAddress,
  options: Replacement,
) {
  const { file, record } = options.backup
  const dumpedBy = Number(record.settings[RECORD_KEYS.dumpedBy])
  if (dumpedBy > major) throw tooNew(file, dumpedBy, major)
  const without = await whyWithoutRoles(server, fromTexts(record))
  if (without !== null) throw cannotBelong(without, server, file)
  const tools = await findTools({ least: dumpedBy, most: major })
  const restored = await restoreDump(server, tools, { file, of, record, withRoles: true }, options)
  try {
    const { difference, unchecked } = await unlikeRestored(restored.address, record, null, options)
    if (difference !== null) throw damaged(`it ${difference}`, file)
    return { ...restored, unchecked }
  } catch (error) {
    await restored[Symbol.asyncDispose]()
    throw error
  }
}

async function refuseConnected(server: Server, address: PostgresAddress): Promise<void> {
  const who = await whoIsConnected(server, address.database)
  if (who.length > 0) throw inUse(shown(address), who)
}

/** Somebody can have come and gone between the safety copy and the swap: what he wrote must not be lost. */
async function dropKept(
  server: Server,
  kept: PostgresAddress,
  { record }: Backup,
): Promise<readonly string[]> {
  try {
    const { difference } = await unlikeRestored(kept, record, null, {})
    if (difference !== null) return [stays(kept, `it ${difference}`)]
    await dropDatabase(server, kept.database)
    return []
  } catch (error) {
    // What was asked for is done, whatever becomes of the old one.
    return [
      stays(kept, `it could not be looked at any more: ${error instanceof Error ? error.message : error}`),
    ]
  }
}

function stays(kept: PostgresAddress, why: string): string {
  return `whether the safety copy is all that was replaced, which therefore stays as ${shown(kept)}: ${why}`
}

/** What every session on the database would begin with is known of the one that is replaced, and of no dump. */
function unconfigured({ record }: Backup): readonly string[] {
  const { configured } = fromTexts(record)
  if (configured.length === 0) return []
  return [
    `settings that the database had for all its sessions, which no dump holds: ${configured.join(', ')}`,
  ]
}

function cannotBelong(without: string, { address }: Server, file: string): StagegateError {
  return new StagegateError({
    what: `What is in the backup cannot belong to whom it belonged: its ${without}.`,
    where: `${file}, ${shown(address)}`,
    cause: 'Roles are of a server, and no dump of a database holds them.',
    next: 'Create the roles there, or name an administrator in the URL. Nothing has been changed.',
  })
}
