import sqlite3 from 'sqlite3'
import type { Bound, Connection } from '../connection.ts'

/**
 * Opens a database file read-only through `sqlite3`, which is not the driver that migrates: what it reads is
 * what the file holds.
 * @throws Error when the file does not exist or is no database.
 */
export async function openConnection(location: string): Promise<Connection> {
  const database = await opened(location)
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

function opened(location: string): Promise<sqlite3.Database> {
  return new Promise((resolve, reject) => {
    const database = new sqlite3.Database(location, sqlite3.OPEN_READONLY, (cause) => {
      if (cause === null) resolve(database)
      else reject(new Error(`${location} could not be opened for reading: ${cause.message}`, { cause }))
    })
  })
}
