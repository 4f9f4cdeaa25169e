import { stat } from 'node:fs/promises'
import { formatCount } from '../vocabulary/format.ts'
import { StagegateError } from '../vocabulary/stagegate-error.ts'
import type { Backup } from './backup.ts'
import { explainDisk } from './explain-disk.ts'
import { readRecord, textBeside } from './read-record.ts'

/**
 * A backup with its record, as far as it can be had without reading the file: it is there, as long as it has to be, and
 * what stands beside it agrees.
 * @param file absolute path
 * @throws StagegateError
 */
export async function readBackup(file: string): Promise<Backup> {
  const found = await stat(file).catch((error: unknown) => missing(error, file))
  if (!found.isFile()) {
    throw new StagegateError({
      what: found.isDirectory() ? 'A folder is no backup.' : 'It is no file.',
      where: file,
      next: 'Name one file. stagegate backup list tells which ones there are.',
    })
  }
  const record = await readRecord(file)
  const [sum] = (await textBeside(file, 'checksum')).split(/\s/)
  if (sum !== record.sha256) {
    throw damaged(`its checksum file says ${short(sum)}, its record ${short(record.sha256)}`, file)
  }
  if (found.size !== record.bytes) {
    const how = found.size < record.bytes ? 'truncated' : 'longer than it was'
    throw damaged(
      `it is ${how}: ${formatCount(found.size)} bytes, where ${formatCount(record.bytes)} were written`,
      file,
    )
  }
  return { file, record }
}

/** A backup that does not hold what it has to. */
export function damaged(why: string, file: string): StagegateError {
  return new StagegateError({
    what: `The backup is damaged: ${why}.`,
    where: file,
    cause: 'It was broken off while it was copied, changed afterwards, or the disk is failing.',
    next: 'Copy the backup again, with all that stands beside it, or choose another one.',
  })
}

function missing(error: unknown, file: string): never {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw explainDisk(error, 'Reading the backup', file)
  throw new StagegateError({
    what: 'There is no such backup.',
    where: file,
    cause: 'A misspelt name, or another folder.',
    next: 'stagegate backup list tells which ones there are.',
  })
}

function short(sum: string | undefined): string {
  return sum === undefined || sum === '' ? 'nothing' : `${sum.slice(0, 12)}…`
}
