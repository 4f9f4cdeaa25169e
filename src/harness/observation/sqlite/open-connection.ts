import sqlite3 from 'sqlite3'
import type { Address } from '../../target/address.ts'
import type { Bound, Connection } from '../connection.ts'
import type { Access } from '../dialect.ts'
import { fileOf } from './file-of.ts'

/**
 * Opens a database file through `sqlite3`, which is not the driver that migrates: what it reads is what the file
 * holds. Nothing is written either way.
 * @throws Error when the file does not exist, is no database, or cannot be opened in this way.
 */
export async function openConnection(address: Address, access: Access = 'reading'): Promise<Connection> {
  const location = fileOf(address)
  const db = connection(await opened(location, access), location)
  if (access === 'checking') {
    // SQLite opens a file read-only without a word when it may not write to it: only asking for the lock tells.
    await db.all('BEGIN IMMEDIATE')
    await db.all('ROLLBACK')
    await db.all('PRAGMA query_only = ON')
  }
  return db
}

function connection(database: sqlite3.Database, location: string): Connection {
  return {
    all: <Row>(sql: string, params: readonly Bound[] = []) =>
      new Promise<readonly Row[]>((resolve, reject) => {
        database.all<Row>(sql, params, (cause, rows) => {
          if (cause === null) resolve(rows)
          else reject(new Error(`${cause.message}, in: ${sql}`, { cause }))
        })
      }),
    close: () =>
      new Promise((resolve, reject) => {
        database.close((cause) => {
          if (cause === null) resolve()
          else reject(new Error(`${location} could not be closed: ${cause.message}`, { cause }))
        })
      }),
  }
}

function opened(location: string, access: Access): Promise<sqlite3.Database> {
  return new Promise((resolve, reject) => {
    const mode = access === 'reading' ? sqlite3.OPEN_READONLY : sqlite3.OPEN_READWRITE
    const database = new sqlite3.Database(location, mode, (cause) => {
      if (cause === null) resolve(database)
      else reject(new Error(`${location} could not be opened for reading: ${cause.message}`, { cause }))
    })
  })
}
