import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import type { DatabaseContents } from '../backup.ts'
import type { WorkOptions } from '../engine-backups.ts'
import { checkFile } from './check-file.ts'

/** @throws StagegateError where a copy that was just made is not what its source was @returns what was not compared */
export async function refuseUnlike(
  copy: string,
  source: DatabaseContents,
  options: WorkOptions,
): Promise<readonly string[]> {
  const { fault, unchecked } = await checkFile(copy, source, options)
  if (fault === null) return unchecked
  throw new StagegateError({
    what: `What was copied cannot be kept as a backup: it ${fault}.`,
    where: copy,
    cause: 'The database is damaged, or the disk is failing.',
    next: 'Ask SQLite about the database: PRAGMA integrity_check. Nothing has been kept.',
  })
}
