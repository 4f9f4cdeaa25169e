import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { StagegateError } from '../vocabulary/stagegate-error.ts'
import type { BackupRecord } from './backup.ts'
import { isCalledBackup } from './backups.ts'
import type { CheckOptions } from './engine-backups.ts'
import { explainDisk } from './explain-disk.ts'
import { readBackup } from './read-backup.ts'
import { readRecord } from './read-record.ts'
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
  /** Null where none can be read. */
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
  await sweepDrafts(folder)
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
  const record = await readRecord(file).catch(unusable)
  const createdAt = record instanceof StagegateError ? found.mtime.toISOString() : record.createdAt
  const known = { file, bytes: found.size, createdAt, unchecked: [] }
  if (record instanceof StagegateError)
    return { ...known, record: null, state: 'unusable', why: record.text.what }
  const { quick, ...options } = request
  const read = await (quick ? readBackup(file) : verifyBackup(file, options)).catch(unusable)
  if (read instanceof StagegateError) return { ...known, record, state: 'unusable', why: read.text.what }
  const unchecked = 'unchecked' in read ? read.unchecked : []
  return { ...known, record, state: quick ? 'whole' : 'verified', why: null, unchecked }
}

/** What is wrong with a backup is what a list tells. */
function unusable(error: unknown): StagegateError {
  if (error instanceof StagegateError) return error
  throw error
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : Number(a > b)
}
