import { randomUUID } from 'node:crypto'
import { link, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Engine } from '../vocabulary/engine.ts'
import { StagegateError } from '../vocabulary/stagegate-error.ts'
import type { Backup, BackupContents, BackupRecord } from './backup.ts'
import { backupName } from './backup-name.ts'
import { besides } from './besides.ts'
import type { Draft } from './draft.ts'
import type { WorkOptions } from './engine-backups.ts'
import { fileChecksum } from './file-checksum.ts'
import { flush } from './flush.ts'

/** What a draft becomes. */
export interface Publication {
  readonly folder: string
  readonly label: string
  readonly at: Date
  readonly ending: string
  readonly engine: Engine
  /** Where the database is, as people are told. */
  readonly database: string
  readonly contents: BackupContents
}

/**
 * Gives a draft its name, the next one that nobody has taken. It is on the disk before, and what stands beside it, too:
 * the file's own name comes last, and whoever sees it sees a whole backup. No name is ever taken from another file.
 */
export async function publish(draft: Draft, publication: Publication, options: WorkOptions): Promise<Backup> {
  const { folder, label, at, ending, engine, database, contents } = publication
  await flush(draft.file)
  const record: BackupRecord = {
    kind: 'stagegate backup',
    version: 1,
    id: randomUUID(),
    engine,
    database,
    createdAt: at.toISOString(),
    ...(await fileChecksum(draft.file, options)),
    ...contents,
  }
  await writeFile(draft.record, `${JSON.stringify(record, null, 2)}\n`, { flush: true })
  for (let place = 1; ; place += 1) {
    options.signal?.throwIfAborted()
    const file = join(folder, backupName({ label, at, place, ending }))
    if (await take(file, draft, record.sha256)) return { file, record }
  }
}

/** Takes a name with all that belongs to it, or nothing of it. */
async function take(file: string, draft: Draft, sha256: string): Promise<boolean> {
  const { record, checksum } = besides(file)
  await rm(draft.checksum, { force: true })
  await writeFile(draft.checksum, `${sha256}  ${basename(file)}\n`, { flush: true })
  if (!(await linked(draft.record, record))) return false
  let taken = false
  let summed = false
  try {
    summed = await linked(draft.checksum, checksum)
    if (!summed) return false
    await flush(join(file, '..'))
    taken = await linked(draft.file, file)
    if (taken) await flush(join(file, '..'))
    return taken
  } finally {
    if (!taken) {
      if (summed) await rm(checksum, { force: true })
      await rm(record, { force: true })
    }
  }
}

/** A link never replaces a file, whoever comes first, also between processes. */
async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error
    throw new StagegateError(
      {
        what: 'The folder is on a disk on which no file can have a second name.',
        where: to,
        cause: 'Disks formatted for cameras, and some network shares, cannot do that.',
        next: 'Choose a folder on another disk, and copy the backup afterwards with what stands beside it.',
      },
      { cause: error },
    )
  }
}
