import type { Backup } from './backup.ts'
import { backupsOf } from './backups.ts'
import type { Checked, CheckOptions } from './engine-backups.ts'
import { explainDisk } from './explain-disk.ts'
import { fileChecksum } from './file-checksum.ts'
import { damaged, readBackup } from './read-backup.ts'

export interface VerifiedBackup extends Checked {
  readonly backup: Backup
}

/**
 * Verifies a backup: it is there with its record, has its checksum, is sound in itself, and holds the objects and rows
 * that its record says.
 * @param file absolute path
 * @throws StagegateError with the first thing that is wrong
 */
export async function verifyBackup(file: string, options: CheckOptions): Promise<VerifiedBackup> {
  const backup = await readBackup(file)
  await compareChecksum(backup, options)
  const { unchecked } = await backupsOf(backup.record.engine).check(file, backup.record, options)
  return { backup, unchecked }
}

/** @throws StagegateError where the file is not the one that was written */
export async function compareChecksum({ file, record }: Backup, options: CheckOptions): Promise<void> {
  try {
    const { sha256 } = await fileChecksum(file, options)
    if (sha256 !== record.sha256)
      throw damaged('it does not have the checksum that it was written with', file)
  } catch (error) {
    throw explainDisk(error, 'Reading the backup', file)
  }
}
