import { stat } from 'node:fs/promises'
import type { DatabaseMeasured } from '../../figures/database-measured.ts'
import { openBenchWorkspace } from '../bench-context.ts'
import { databaseContext } from './database-context.ts'
import { measureBackups } from './measure-backups.ts'
import { measureCopying } from './measure-copying.ts'
import { measureVerdict } from './measure-verdict.ts'

/**
 * Everything that is measured of a real database: copying it, the verdict on it, and its backups.
 * @throws StagegateError when a command fails, or when the floor and ours end in different states.
 */
export async function measureDatabase(
  profile: string,
  repetitions: number,
  onStart: (what: string) => void,
): Promise<DatabaseMeasured> {
  onStart('making it where it is missing')
  const context = await databaseContext(profile, await openBenchWorkspace('bench-database'))
  const { label, file } = context
  return {
    label,
    bytes: (await stat(file)).size,
    copying: await measureCopying(context, repetitions, onStart),
    verdict: await measureVerdict(context, repetitions, onStart),
    backup: await measureBackups(context, repetitions, onStart),
  }
}
