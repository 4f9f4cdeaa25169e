import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { StagegateError } from '../vocabulary/stagegate-error.ts'
import type { BackupRecord } from './backup.ts'
import { isCalledBackup } from './backups.ts'
import type { CheckOptions } from './engine-backups.ts'
import { explainDisk } from './explain-disk.ts'
import { readBackup } from './read-backup.ts'
import { sweepDrafts } from './sweep-drafts.ts'
import { verifyBackup } from './verify-backup.ts'

export interface ListRequest extends CheckOptions {
  /** Absolute path. */
  readonly folder: string
  /** Only looks whether record and checksum are there and the length is right; reads no backup. */
  readonly quick: boolean
}

/** A file that is called as a backup is. */
export interface ListedBackup {
  readonly file: string
  readonly bytes: number
  /** ISO 8601, UTC: what the record says, else when the file was written. */
  readonly createdAt: string
  /** Null where there is none that can be read. */
  readonly record: BackupRecord | null
  /** `whole`: it has not been read, and nothing that shows without it is wrong. */
  readonly state: 'verified' | 'whole' | 'unusable'
  /** Why it cannot be used; null where it can. */
  readonly why: string | null
  readonly unchecked: readonly string[]
}

/** The backups of a folder, newest first. @throws StagegateError where there is no such folder */
export async function listBackups(request: ListRequest): Promise<readonly ListedBackup[]> {
  const { folder } = request
  const names = await readdir(folder).catch((error: unknown) => {
    throw explainDisk(error, 'Reading the folder of backups', folder)
  })
  // Who may not write to the folder may read what is in it.
  await sweepDrafts(folder).catch(() => {})
  const listed: ListedBackup[] = []
  for (const name of names.filter((name) => !name.startsWith('.') && isCalledBackup(name))) {
    request.signal?.throwIfAborted()
    const found = await listedAt(join(folder, name), request)
    if (found !== undefined) listed.push(found)
  }
  return listed.sort(
    (a, b) =>
      compare(b.createdAt, a.createdAt) || compare(b.file.length, a.file.length) || compare(b.file, a.file),
  )
}

async function listedAt(file: string, request: ListRequest): Promise<ListedBackup | undefined> {
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) return undefined
  const known = { file, bytes: found.size, createdAt: found.mtime.toISOString(), record: null, unchecked: [] }
  try {
    const { record } = await readBackup(file)
    return { ...known, ...(await verified(file, record, request)) }
  } catch (error) {
    if (!(error instanceof StagegateError)) throw error
    return { ...known, state: 'unusable', why: error.text.what }
  }
}

async function verified(
  file: string,
  record: BackupRecord,
  { quick, ...options }: ListRequest,
): Promise<Omit<ListedBackup, 'file' | 'bytes'>> {
  const known = { record, createdAt: record.createdAt, why: null, unchecked: [] }
  if (quick) return { ...known, state: 'whole' }
  try {
    const { unchecked } = await verifyBackup(file, options)
    return { ...known, state: 'verified', unchecked }
  } catch (error) {
    if (!(error instanceof StagegateError)) throw error
    return { ...known, state: 'unusable', why: error.text.what }
  }
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : Number(a > b)
}
