import { mkdir } from 'node:fs/promises'
import { StagegateError } from '../vocabulary/stagegate-error.ts'
import type { Backup, BackupContents } from './backup.ts'
import { checkLabel } from './backup-name.ts'
import { backupsOf } from './backups.ts'
import { checkDisk } from './check-disk.ts'
import { openDraft } from './draft.ts'
import type { Checked, CheckOptions, NamedDatabase } from './engine-backups.ts'
import { explainDisk } from './explain-disk.ts'
import { publish } from './publish.ts'
import { sweepDrafts } from './sweep-drafts.ts'

export interface CreateRequest extends CheckOptions {
  readonly database: NamedDatabase
  /** Absolute path; made where it is missing. */
  readonly folder: string
  /** What the name begins with: `clan_data`. */
  readonly label: string
  readonly at: Date
}

export interface CreatedBackup extends Checked {
  readonly backup: Backup
}

/**
 * Takes a backup of a database, verifies it against the database as it was in that snapshot, and gives it its name
 * only then. Killed at any moment it leaves a whole backup or none.
 * @throws StagegateError
 */
export async function createBackup(request: CreateRequest): Promise<CreatedBackup> {
  const { database, folder, label } = request
  checkLabel(label)
  const engine = backupsOf(database.address.engine)
  const found = await engine.look(database)
  if (found === null) throw noDatabase(database)
  await makeFolder(folder)
  await sweepDrafts(folder)
  await checkDisk([{ folder, bytes: found.bytes }])
  let unchecked: readonly string[] = []
  const backup = await written(request, engine.ending, async (file) => {
    const taken = await engine.take(database, file, request)
    unchecked = taken.unchecked
    return taken
  })
  return { backup, unchecked }
}

/** Has a backup written into a draft and publishes it. */
export async function written(
  { database, folder, label, at, ...options }: CreateRequest,
  ending: string,
  take: (file: string) => Promise<BackupContents>,
): Promise<Backup> {
  try {
    await using draft = await openDraft(folder)
    const { engineVersion, migration, catalog, tables, settings } = await take(draft.file)
    const contents = { engineVersion, migration, catalog, tables, settings }
    const { engine } = database.address
    const publication = { folder, label, at, ending, engine, database: database.location, contents }
    return await publish(draft, publication, options)
  } catch (error) {
    throw explainDisk(error, 'Writing the backup', folder)
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EEXIST' && code !== 'ENOTDIR')
      throw explainDisk(error, 'Making the folder of backups', folder)
    throw new StagegateError(
      { what: 'Backups go to a folder, and this is a file.', where: folder, next: 'Name another --folder.' },
      { cause: error },
    )
  }
}

function noDatabase({ location }: NamedDatabase): StagegateError {
  return new StagegateError({
    what: 'There is no such database.',
    where: location,
    cause: 'A misspelt name, or another folder.',
    next: 'Name one that is there.',
  })
}
