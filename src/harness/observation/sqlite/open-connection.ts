import sqlite3 from 'sqlite3'
import type { Address } from '../../target/address.ts'
import { readingOf } from '../../target/sqlite/reading-of.ts'
import { connectSqlite3 } from '../../target/sqlite/sqlite3-connection.ts'
import { StagegateError } from '../../vocabulary/stagegate-error.ts'
import type { Connection } from '../connection.ts'
import type { Access } from '../dialect.ts'
import { fileOf } from './file-of.ts'

/** For somebody who has a real database locked. Milliseconds. */
const PATIENCE = 5000

/**
 * Opens a database file through `sqlite3`, which is not the driver that migrates: what it reads is what the file
 * holds. Nothing is written either way, and reading leaves nothing beside the file.
 * @throws Error when the file does not exist, is no database, or cannot be opened in this way.
 */
export async function openConnection(address: Address, access: Access = 'reading'): Promise<Connection> {
  const location = fileOf(address)
  return access === 'reading' ? await reading(location) : await checking(location)
}

async function reading(location: string): Promise<Connection> {
  const { uri, kept } = await failing(readingOf(location), location)
  const db = await failing(connectSqlite3(uri, sqlite3.OPEN_READONLY | sqlite3.OPEN_URI), location)
  await db.all(`PRAGMA busy_timeout = ${PATIENCE}`)
  return {
    all: db.all,
    async close() {
      await closed(db, location)
      if (!(await kept()))
        throw new Error(`${location} was written while it was read: what was seen is of no moment`)
    },
  }
}

async function checking(location: string): Promise<Connection> {
  const db = await failing(connectSqlite3(location, sqlite3.OPEN_READWRITE), location)
  // SQLite opens a file read-only without a word when it may not write to it: only asking for the lock tells.
  await db.all('BEGIN IMMEDIATE')
  await db.all('ROLLBACK')
  await db.all('PRAGMA query_only = ON')
  return { all: db.all, close: () => closed(db, location) }
}

async function failing<T>(work: Promise<T>, location: string): Promise<T> {
  return work.catch((cause: Error) => {
    if (cause instanceof StagegateError) throw cause
    throw new Error(`${location} could not be opened for reading: ${cause.message}`, { cause })
  })
}

async function closed(db: Connection, location: string): Promise<void> {
  await db.close().catch((cause: Error) => {
    throw new Error(`${location} could not be closed: ${cause.message}`, { cause })
  })
}
