import { chmod } from 'node:fs/promises'
import { copyPages } from '../../target/sqlite/copy-pages.ts'
import type { Sqlite3Connection } from '../../target/sqlite/sqlite3-connection.ts'
import type { BackupContents } from '../backup.ts'
import type { WorkOptions } from '../engine-backups.ts'
import { attentive } from './attentive.ts'
import { readContents } from './read-contents.ts'
import { refuseUnlike } from './refuse-unlike.ts'
import { setJournalMode } from './set-journal-mode.ts'

/**
 * Copies a database that is locked by this connection, and verifies the copy.
 * @param mode who may do what with the copy
 */
export async function takeLocked(
  db: Sqlite3Connection,
  file: string,
  mode: number,
  options: WorkOptions,
): Promise<BackupContents> {
  const { onProgress, signal } = options
  await copyPages(db, file, (done, total) => {
    signal?.throwIfAborted()
    onProgress?.({ what: `bytes of the safety copy`, done, total })
  })
  await setJournalMode(file, 'delete')
  await chmod(file, mode)
  const [journal] = await db.all<{ journal_mode: string }>('PRAGMA journal_mode')
  const contents = await readContents(attentive(db, signal), onProgress)
  await refuseUnlike(file, contents, options)
  return { ...contents, settings: { journal_mode: journal?.journal_mode === 'wal' ? 'wal' : 'delete' } }
}
