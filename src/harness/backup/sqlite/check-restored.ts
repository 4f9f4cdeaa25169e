import { stat } from 'node:fs/promises'
import { openSnapshot } from '../../target/sqlite/snapshot.ts'
import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import type { Backup } from '../backup.ts'
import { differingContents } from '../differing-contents.ts'
import type { Replacement } from '../engine-backups.ts'
import { fileChecksum } from '../file-checksum.ts'
import { readContents } from './read-contents.ts'

/**
 * Reads a database that was just restored by its name, with whatever stands beside it, as everybody else does from now
 * on. It cannot be broken off: what was asked for is done.
 * @returns what could not be told
 */
export async function checkRestored(
  file: string,
  { backup, onProgress }: Pick<Replacement, 'backup' | 'onProgress'>,
): Promise<readonly string[]> {
  if (await isBackup(file, backup)) return []
  const before = await versionOf(file)
  const opened = await openSnapshot(file).catch((error: unknown) => {
    if (error instanceof StagegateError) return undefined
    throw error
  })
  if (opened === undefined) return ['somebody has locked it already, so that it was not read once more']
  await using snapshot = opened
  const { difference } = differingContents(backup.record, await readContents(snapshot.db, onProgress))
  if (difference === null) return []
  if (before !== (await versionOf(file)))
    return ['somebody has written to it already: it was verified before it got its name, and not once more']
  throw new StagegateError({
    what: `The restored database is not what the backup holds: it ${difference}.`,
    where: file,
    cause: 'Somebody has written to it at the very moment, or the disk is failing.',
    next: 'Stop whatever works with it, and restore again. The safety copy stands beside the backup.',
  })
}

/** Whether the file is the backup, byte for byte, and stands alone: then it holds what the backup was verified to hold. */
async function isBackup(file: string, { record }: Backup): Promise<boolean> {
  const { size } = await stat(file)
  if (size !== record.bytes || (await isBeside(file))) return false
  const { sha256 } = await fileChecksum(file, {})
  return sha256 === record.sha256 && !(await isBeside(file))
}

/** Whether there is a log that may hold what the file does not. */
async function isBeside(file: string): Promise<boolean> {
  const found = await Promise.all(
    ['-wal', '-journal'].map((ending) =>
      stat(file + ending).then(
        () => true,
        () => false,
      ),
    ),
  )
  return found.includes(true)
}

async function versionOf(file: string): Promise<string> {
  const versions = [file, `${file}-wal`].map((each) =>
    stat(each, { bigint: true }).then(
      ({ ino, size, mtimeNs }) => [ino, size, mtimeNs].join(),
      () => 'none',
    ),
  )
  return (await Promise.all(versions)).join(' ')
}
