import { access, constants } from 'node:fs/promises'
import { dirname } from 'node:path'
import { TOOL_TABLES } from '../observation/catalog-scope.ts'
import { engineName } from '../vocabulary/engine.ts'
import { StagegateError } from '../vocabulary/stagegate-error.ts'
import type { Backup } from './backup.ts'
import { labelOfSafetyCopy } from './backup-name.ts'
import { backupsOf } from './backups.ts'
import { checkDisk, type Need } from './check-disk.ts'
import { written } from './create-backup.ts'
import type { CheckOptions, DatabaseSize, NamedDatabase, Replaced } from './engine-backups.ts'
import { explainDisk } from './explain-disk.ts'
import { readBackup } from './read-backup.ts'
import { sweepDrafts } from './sweep-drafts.ts'
import { compareChecksum } from './verify-backup.ts'

export interface RestoreRequest extends CheckOptions {
  /** The file of the backup, an absolute path. The safety copy goes beside it. */
  readonly file: string
  readonly database: NamedDatabase
  readonly at: Date
}

/** What a restore is about to do. */
export interface RestorePlan {
  readonly backup: Backup
  readonly database: NamedDatabase
  /** What is replaced; null where there is no database yet. */
  readonly replaces: DatabaseSize | null
}

export interface RestoredBackup extends Replaced {
  readonly backup: Backup
}

/**
 * Looks whether a backup can be restored to a database, without changing anything.
 * @throws StagegateError for a backup that is damaged, or is of another database
 */
export function planRestore(request: RestoreRequest): Promise<RestorePlan> {
  return planned(request, false)
}

/**
 * Replaces a database by a backup, and keeps a safety copy of what it replaces: a verified backup beside the other one.
 * Killed at any moment, the database is whole in its old or its new state.
 * @throws StagegateError; the database is as it was
 */
export async function restoreBackup(request: RestoreRequest): Promise<RestoredBackup> {
  const { backup, replaces } = await planned(request, true)
  const { file, database, at, ...options } = request
  const engine = backupsOf(backup.record.engine)
  const folder = dirname(file)
  const safetyNeeds = replaces === null ? [] : [{ folder, bytes: replaces.bytes }]
  if (replaces !== null) await makeReady(folder, safetyNeeds)
  const safety = { ...options, database, folder, label: labelOfSafetyCopy(file), at }
  const replaced = await engine.replace(database, {
    ...options,
    backup,
    safetyNeeds,
    keepSafe: (take) => written(safety, engine.ending, take),
  })
  return { backup, ...replaced }
}

async function planned(request: RestoreRequest, recover: boolean): Promise<RestorePlan> {
  const { file, database } = request
  const backup = await readBackup(file)
  refuseOtherEngine(backup, database)
  await compareChecksum(backup, request)
  const replaces = await backupsOf(backup.record.engine).look(database, recover).catch(unreadable)
  if (replaces !== null) refuseForeign(backup, database, replaces)
  return { backup, database, replaces }
}

/** Looks whether a safety copy can be written, before anything takes long. */
async function makeReady(folder: string, needs: readonly Need[]): Promise<void> {
  await access(folder, constants.W_OK | constants.X_OK).catch((error: unknown) => {
    throw explainDisk(error, 'Writing the safety copy', folder)
  })
  await sweepDrafts(folder)
  await checkDisk(needs)
}

/** What cannot be read cannot be kept. */
function unreadable(error: unknown): never {
  if (!(error instanceof StagegateError)) throw error
  const { what, where, cause } = error.text
  throw new StagegateError(
    {
      what: `No safety copy can be made of what would be replaced. ${what}`,
      ...(where === undefined ? {} : { where }),
      ...(cause === undefined ? {} : { cause }),
      next: 'Let whoever has it open finish; what was broken off in it the restore itself undoes. If it is damaged, move it away with all that stands beside it: a backup is restored to any place where there is none.',
    },
    { cause: error },
  )
}

function refuseOtherEngine({ file, record }: Backup, { address, location }: NamedDatabase): void {
  if (record.engine === address.engine) return
  throw new StagegateError({
    what: `The backup is of ${engineName(record.engine)}, and the database is one of ${engineName(address.engine)}.`,
    where: `${file}, ${location}`,
    next: 'Name a backup and a database of the same engine.',
  })
}

/** A tool's own table is in databases of all kinds: it makes none of them the same. */
function refuseForeign({ file, record }: Backup, { location }: NamedDatabase, found: DatabaseSize): void {
  const own = found.tables.map(({ name }) => name.toLowerCase()).filter((name) => !TOOL_TABLES.includes(name))
  const kept = new Set(record.tables.map(({ name }) => name.toLowerCase()))
  if (own.length === 0 || own.some((name) => kept.has(name))) return
  throw new StagegateError({
    what: 'The backup is of another database: none of the tables that would be replaced is in it.',
    where: `${file}, ${location}`,
    cause: 'Another database is meant, or another backup.',
    next: 'If it is meant, move the database away: a backup is restored to any place where there is none.',
  })
}
