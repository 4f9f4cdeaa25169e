import { setTimeout as pause } from 'node:timers/promises'
import sqlite3 from 'sqlite3'
import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import { codeOf, readingError } from './reading-error.ts'
import { type Reading, readingOf } from './reading-of.ts'
import { connectSqlite3, type Sqlite3Connection } from './sqlite3-connection.ts'

/** One moment of a database, whatever somebody writes meanwhile. It ends when it is disposed of. */
export interface Snapshot extends AsyncDisposable {
  readonly db: Sqlite3Connection
  readonly by: Reading['by']
  /** Whether everything read so far is of one moment. */
  kept(): Promise<boolean>
}

export interface SnapshotOptions {
  readonly signal?: AbortSignal | undefined
  /** How long to wait for somebody who has the database locked. Milliseconds; 5 seconds by default. */
  readonly patience?: number
}

const PATIENCE = 5000
/**
 * Milliseconds. Somebody who commits all the time leaves the lock for less than one of them at a time: whoever waits
 * longer and longer between two tries, as SQLite does, may never meet that.
 */
const BETWEEN_TRIES = 1
/** Somebody who opens or closes the database makes it look broken for a moment. */
const PASSING = { times: 10, pause: 25 }

/** @throws StagegateError when the file cannot be read, or stays locked; the reason of the signal. */
export async function openSnapshot(
  file: string,
  { signal, patience = PATIENCE }: SnapshotOptions = {},
): Promise<Snapshot> {
  const deadline = performance.now() + patience
  for (let failures = 1; ; failures++) {
    try {
      return await begun(await readingOf(file), deadline, signal)
    } catch (error) {
      signal?.throwIfAborted()
      if (!isPassing(error) || failures === PASSING.times) throw readingError(file, error)
      await pause(PASSING.pause)
    }
  }
}

async function begun(
  { uri, by, kept }: Reading,
  deadline: number,
  signal: AbortSignal | undefined,
): Promise<Snapshot> {
  const db = await connectSqlite3(uri, sqlite3.OPEN_READONLY | sqlite3.OPEN_URI)
  const close = () => db.close()
  try {
    await db.all('PRAGMA busy_timeout = 0')
    await db.all('BEGIN')
    for (let locked = await lockedBy(db); locked !== undefined; locked = await lockedBy(db)) {
      signal?.throwIfAborted()
      if (performance.now() > deadline) throw locked
      await pause(BETWEEN_TRIES)
    }
  } catch (error) {
    await close()
    throw error
  }
  return { db, by, kept, [Symbol.asyncDispose]: close }
}

/**
 * The transaction sees the moment at which it reads first.
 * @returns the error that says that somebody has the database locked; undefined when it was read
 */
async function lockedBy(db: Sqlite3Connection): Promise<unknown> {
  try {
    await db.all('SELECT count(*) FROM sqlite_schema')
    return undefined
  } catch (error) {
    if (codeOf(error) === 'SQLITE_BUSY') return error
    throw error
  }
}

/**
 * A log goes a moment after its index; a journal that is deleted while it is looked at counts as one left behind.
 * What is really so is still so after some looks.
 */
function isPassing(error: unknown): boolean {
  if (error instanceof StagegateError) return true
  const code = codeOf(error)
  return code === 'SQLITE_READONLY' || code === 'SQLITE_CANTOPEN' || code === 'SQLITE_PROTOCOL'
}
