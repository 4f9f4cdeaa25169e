import { resolve } from 'node:path'
import type { AdoptionPort } from '../src/cli/ports.ts'
import { createBackup } from '../src/harness/backup/create-backup.ts'
import { holdersOf } from '../src/harness/backup/sqlite/holders-of.ts'
import { lockFile } from '../src/harness/backup/sqlite/lock-file.ts'
import { otherSessions } from '../src/harness/target/postgres/other-sessions.ts'
import type { Source } from '../src/harness/target/source.ts'
import { StagegateError } from '../src/harness/vocabulary/stagegate-error.ts'
import { adoptForGood } from '../src/staging/adopt-for-good.ts'
import { planAdoption } from '../src/staging/plan-adoption.ts'

/** What backups of the clan's database are called. */
const LABEL = 'clan_data'

/** Adopting a database, with a backup before. */
export const adoption: AdoptionPort = {
  plan: planAdoption,
  adopt: ({ backups, ...request }, onProgress, signal) =>
    adoptForGood(
      request,
      {
        refuseInUse,
        async backUp(source, aborted) {
          const { backup, unchecked } = await createBackup({
            database: { address: source.address, location: whereItIs(source) },
            folder: backups,
            label: LABEL,
            at: new Date(),
            server: process.env.STAGEGATE_POSTGRES_URL || null,
            onProgress,
            signal: aborted,
          })
          return { file: backup.file, unchecked }
        },
      },
      onProgress,
      signal,
    ),
}

function whereItIs({ address, location }: Source): string {
  return address.engine === 'sqlite' ? resolve(address.file) : location
}

async function refuseInUse(source: Source): Promise<readonly string[]> {
  const { address } = source
  if (address.engine === 'postgres') {
    const sessions = await otherSessions(address)
    if (sessions.length > 0) throw inUse(source, sessions)
    return []
  }
  const { processes, unknown } = await holdersOf(address.file, false)
  if (processes.length > 0) throw inUse(source, processes)
  await using _locked = await lockFile(address.file)
  return unknown
}

function inUse({ location }: Source, who: readonly string[]): StagegateError {
  return new StagegateError({
    what: `Somebody has the database open: ${who.join(', ')}.`,
    where: location,
    cause: 'An application, a shell, or a migration that is under way.',
    next: 'Stop whatever works with it, then adopt it again. Nothing has been recorded.',
  })
}
