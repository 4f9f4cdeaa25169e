import { open } from 'node:fs/promises'
import { readFileHeader } from '../../target/sqlite/file-header.ts'
import { onlineBackup, type SnapshotConnection } from '../../target/sqlite/online-backup.ts'
import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import type { BackupContents, DatabaseContents } from '../backup.ts'
import type { Checked, WorkOptions } from '../engine-backups.ts'
import { attentive } from './attentive.ts'
import { damageSeen } from './damage-in.ts'
import { readContents } from './read-contents.ts'
import { refuseUnlike } from './refuse-unlike.ts'
import type { JournalMode } from './set-journal-mode.ts'

const HEADER = 100

/** Copies a database of which others may do what they like, and verifies the copy against the moment that it is of. */
export async function takeFile(
  from: string,
  to: string,
  { onProgress, signal }: WorkOptions,
): Promise<BackupContents & Checked> {
  const options = { ...(onProgress ? { onProgress } : {}), ...(signal ? { signal } : {}) }
  let contents: DatabaseContents | undefined
  await onlineBackup(from, to, {
    ...options,
    during: async (db) => {
      contents = await readContents(attentive(db, signal), onProgress).catch((error: unknown) =>
        explain(error, db, from, signal),
      )
    },
  })
  if (contents === undefined) throw new Error('nobody has looked at the database while it was copied')
  const unchecked = await refuseUnlike(to, contents, options)
  return { ...contents, settings: { journal_mode: await journalModeOf(from) }, unchecked }
}

/** Why a database cannot be read to its end. */
async function explain(
  error: unknown,
  db: SnapshotConnection,
  file: string,
  signal?: AbortSignal,
): Promise<never> {
  signal?.throwIfAborted()
  const damage = await damageSeen(db)
  if (damage === undefined) throw error
  throw new StagegateError(
    {
      what: `The database is damaged: ${damage}.`,
      where: file,
      cause: 'A plain copy of a file that was being written, or a disk that is failing.',
      next: 'Restore an earlier backup, or ask SQLite what can be saved: sqlite3 FILE .recover',
    },
    { cause: error },
  )
}

/** By what its file says. A connection that reads a file as one that cannot change does not know of a log. */
async function journalModeOf(file: string): Promise<JournalMode> {
  await using handle = await open(file)
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEADER), 0, HEADER, 0)
  const header = readFileHeader(buffer.subarray(0, bytesRead))
  return typeof header === 'object' && header.fileFormat === 2 ? 'wal' : 'delete'
}
