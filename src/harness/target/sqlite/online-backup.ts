import { chmod, open, rm, stat, truncate } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import sqlite3 from 'sqlite3'
import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import type { CopySourceOptions } from '../source.ts'
import { copyApart } from './copy-apart.ts'
import { copyPages } from './copy-pages.ts'
import type { OnPart } from './on-part.ts'
import { readingError } from './reading-error.ts'
import { openSnapshot } from './snapshot.ts'
import { connectSqlite3, type Sqlite3Connection } from './sqlite3-connection.ts'
import { writingError } from './writing-error.ts'

export interface OnlineBackupOptions extends CopySourceOptions {
  /**
   * Looks at the very moment that is copied. It is called again when the copy has to be made again, because somebody
   * began to write: what it saw last is what counts.
   */
  readonly during?: (db: SnapshotConnection) => Promise<void>
  /** Whether it has to outlive a power cut; by default it has. */
  readonly lasting?: boolean
}

/** A connection that sees one moment. Closing it is left to the backup. */
export type SnapshotConnection = Pick<Sqlite3Connection, 'all' | 'close'>

/** How often a database that was still begins to be written while it is copied, before that is called an obstacle. */
const ATTEMPTS = 5
const BESIDE = ['', '-journal', '-wal', '-shm']

/**
 * Copies a database file as one moment of it, whatever somebody writes meanwhile. The source is not written, nothing is
 * left beside it, and its writers lose nothing; without a write-ahead log they wait until the copy is made. The copy is
 * on the disk as a whole, in one file without a log, or it is not there; one that need not last is left to the system to
 * write out.
 * @param to must not exist. A process that is killed leaves an unfinished file there.
 * @throws StagegateError when one cannot be read or the other not be written; the reason of the signal.
 */
export async function onlineBackup(
  from: string,
  to: string,
  options: OnlineBackupOptions = {},
): Promise<void> {
  const [source, copy] = [resolve(from), resolve(to)]
  const mode = await modeOf(source)
  await create(copy, mode)
  try {
    for (let attempt = 1; !(await copied(source, copy, options)); attempt++) {
      if (attempt === ATTEMPTS) throw neverStill(source)
      await truncate(copy)
    }
    await chmod(copy, mode)
    await withoutLog(copy)
    if (options.lasting ?? true) {
      await synced(copy, 'r+')
      await synced(dirname(copy), 'r')
    }
  } catch (error) {
    await remove(copy)
    throw error
  }
}

/**
 * Whether it is a copy of one moment. With a log that is appended to, only SQLite knows what belongs to it. Else the
 * blocks of the file are its pages: a lock keeps commits away from them, or there is nobody who commits.
 */
async function copied(
  from: string,
  to: string,
  { onProgress, signal, during }: OnlineBackupOptions,
): Promise<boolean> {
  await using snapshot = await openSnapshot(from, { signal })
  const { db, by } = snapshot
  const onPart: OnPart = (done, total) => {
    signal?.throwIfAborted()
    onProgress?.({ what: `bytes of ${basename(from)}`, done, total })
  }
  try {
    if (by === 'log') await copyPages(db, to, onPart)
    else await copyApart(from, to, onPart)
  } catch (error) {
    throw writingError(from, to, error)
  }
  await during?.({ all: db.all, close: async () => {} })
  signal?.throwIfAborted()
  return snapshot.kept()
}

/** Nobody who may not read the source may read its copy; its owner may write to it. */
async function modeOf(source: string): Promise<number> {
  try {
    return ((await stat(source)).mode & 0o666) | 0o600
  } catch (error) {
    throw readingError(source, error)
  }
}

/** An empty file of our own, so that nobody else's is ever written over or removed. */
async function create(copy: string, mode: number): Promise<void> {
  try {
    await using _handle = await open(copy, 'wx', mode)
  } catch (error) {
    throw writingError(undefined, copy, error)
  }
}

async function remove(copy: string): Promise<void> {
  for (const suffix of BESIDE) await rm(copy + suffix, { force: true })
}

/** Of a source with a write-ahead log the copy says that it has one, too; it is one file that is whole by itself. */
async function withoutLog(copy: string): Promise<void> {
  try {
    const db = await connectSqlite3(copy, sqlite3.OPEN_READWRITE)
    try {
      await db.all('PRAGMA journal_mode = DELETE')
    } finally {
      await db.close()
    }
  } catch (error) {
    throw writingError(undefined, copy, error)
  }
}

async function synced(path: string, flags: 'r' | 'r+'): Promise<void> {
  try {
    await using handle = await open(path, flags)
    await handle.sync()
  } catch (error) {
    throw writingError(undefined, path, error)
  }
}

function neverStill(file: string): StagegateError {
  return new StagegateError({
    what: `The database was written each of the ${ATTEMPTS} times that a copy of it was made, by somebody who had it open for a moment only.`,
    where: file,
    cause:
      'A program that connects, writes and closes again and again, to a database with a write-ahead log.',
    next: 'Stop that program, or keep one more connection to the database open while it is copied.',
  })
}
