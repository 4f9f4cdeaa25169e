import { rm, stat } from 'node:fs/promises'
import sqlite3 from 'sqlite3'
import { codeOf, readingError } from '../../target/sqlite/reading-error.ts'
import { connectSqlite3, type Sqlite3Connection } from '../../target/sqlite/sqlite3-connection.ts'
import { inUse } from './in-use.ts'
import { setJournalMode } from './set-journal-mode.ts'

/**
 * A database that nobody else can read or write. While it is locked no other descriptor of the file may be opened in this
 * process: closing one would drop the lock.
 */
export interface LockedFile extends AsyncDisposable {
  readonly db: Sqlite3Connection
  /**
   * Makes the file the whole database: nothing that belongs to it stands beside it any more, which could be taken for
   * a part of a file that gets its name. The lock is kept.
   * @throws StagegateError when somebody came in between
   */
  settle(): Promise<void>
}

/**
 * Takes a database for oneself. With a write-ahead log that takes that nobody else has it open; without one, that
 * nobody is in the middle of reading or writing. A transaction that was broken off is undone, as by any opening.
 * @throws StagegateError
 */
export async function lockFile(file: string): Promise<LockedFile> {
  const { ino } = await stat(file, { bigint: true })
  let db = await locked(file)
  let open = true
  let unlogged = false
  const close = async () => {
    if (open) await db.close()
    open = false
  }
  return {
    get db() {
      return db
    },
    async settle() {
      const logged = (await modeOf(db)) === 'wal'
      unlogged ||= logged
      if (logged) await withoutLog(db, file)
      if (logged || (await isThere(`${file}-journal`))) {
        const written = await versionOf(file)
        // A journal that this connection has opened it removes when it is closed: after the exchange it could be another's.
        await close()
        db = await locked(file)
        open = true
        if (written !== (await versionOf(file)) || (await modeOf(db)) === 'wal') throw inUse(file, [])
      }
      await removeEmpty(file)
    },
    async [Symbol.asyncDispose]() {
      await close()
      const replaced = (await stat(file, { bigint: true })).ino !== ino
      // Whoever is faster and has it open by now may have set it already.
      if (unlogged && !replaced) await setJournalMode(file, 'wal').catch(() => {})
    },
  }
}

async function locked(file: string): Promise<Sqlite3Connection> {
  try {
    const db = await connectSqlite3(file, sqlite3.OPEN_READWRITE)
    try {
      await db.all('PRAGMA busy_timeout = 0')
      await db.all('PRAGMA locking_mode = EXCLUSIVE')
      // The lock outlives the transaction.
      await db.all('BEGIN EXCLUSIVE')
      await db.all('COMMIT')
      return db
    } catch (error) {
      await db.close()
      throw error
    }
  } catch (error) {
    throw codeOf(error) === 'SQLITE_BUSY' ? inUse(file, [], error) : readingError(file, error)
  }
}

async function modeOf(db: Sqlite3Connection): Promise<string | undefined> {
  const [mode] = await db.all<{ journal_mode: string }>('PRAGMA journal_mode')
  return mode?.journal_mode
}

/** What is in the log goes to the file, and the log goes. */
async function withoutLog(db: Sqlite3Connection, file: string): Promise<void> {
  const [mode] = await db.all<{ journal_mode: string }>('PRAGMA journal_mode = DELETE')
  if (mode?.journal_mode !== 'delete') throw inUse(file, [])
}

function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  )
}

/** Without opening the file. */
async function versionOf(file: string): Promise<string> {
  const { ino, size, mtimeNs } = await stat(file, { bigint: true })
  return [ino, size, mtimeNs].join()
}

/**
 * Under the lock a journal has nothing to undo: it would have been undone when the file was opened. A log with something
 * in it would have been found then, too, and is none of this database.
 */
async function removeEmpty(file: string): Promise<void> {
  const log = await stat(`${file}-wal`).catch(() => undefined)
  if (log !== undefined && log.size > 0) throw inUse(file, [])
  for (const ending of ['-journal', '-wal', '-shm']) await rm(file + ending, { force: true })
}
