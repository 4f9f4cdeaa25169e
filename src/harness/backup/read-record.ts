import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { StagegateError } from '../vocabulary/stagegate-error.ts'
import type { BackupRecord } from './backup.ts'
import { besides } from './besides.ts'
import { explainDisk } from './explain-disk.ts'
import { parseRecord } from './parse-record.ts'

/** The record of a backup. @throws StagegateError */
export async function readRecord(file: string): Promise<BackupRecord> {
  const { record } = besides(file)
  return parseRecord(await textBeside(file, 'record'), record)
}

/** What stands beside a backup. @throws StagegateError where it does not */
export async function textBeside(file: string, what: 'record' | 'checksum'): Promise<string> {
  const beside = besides(file)[what]
  try {
    return await readFile(beside, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      throw explainDisk(error, `Reading the ${what}`, beside)
    }
    throw new StagegateError({
      what: `The backup has no ${what} beside it: ${basename(beside)} is missing.`,
      where: file,
      cause: 'It was not made by stagegate, or it was copied without what stands beside it.',
      next: 'Copy the backup again, with all that stands beside it, or choose another one.',
    })
  }
}
