import { stat } from 'node:fs/promises'
import sqlite3 from 'sqlite3'
import { readTables } from '../../observation/sqlite/read-tables.ts'
import { checkFile } from '../../target/sqlite/check-file.ts'
import { readingError } from '../../target/sqlite/reading-error.ts'
import { openSnapshot } from '../../target/sqlite/snapshot.ts'
import { connectSqlite3 } from '../../target/sqlite/sqlite3-connection.ts'
import { quoteIdentifier } from '../../vocabulary/quote-identifier.ts'
import type { DatabaseSize } from '../engine-backups.ts'

/**
 * Looks at a database file without leaving a trace; null where there is none.
 * @param recover whether a transaction that was broken off may be undone
 * @throws StagegateError
 */
export async function lookAtFile(file: string, recover: boolean): Promise<DatabaseSize | null> {
  if (!(await isThere(file))) return null
  if (recover && ((await isThere(`${file}-journal`)) || (await isThere(`${file}-wal`)))) await open(file)
  const { bytes } = await checkFile(file, file)
  try {
    await using snapshot = await openSnapshot(file)
    const { db } = snapshot
    const tables: { name: string; rows: number }[] = []
    for (const name of (await readTables(db)).keys()) {
      const [row] = await db.all<{ rows: number }>(`SELECT count(*) AS rows FROM ${quoteIdentifier(name)}`)
      tables.push({ name, rows: row?.rows ?? 0 })
    }
    return { bytes, tables }
  } catch (error) {
    throw readingError(file, error)
  }
}

/** SQLite finishes or undoes what was broken off as soon as somebody who may write reads. */
async function open(file: string): Promise<void> {
  try {
    const db = await connectSqlite3(file, sqlite3.OPEN_READWRITE)
    try {
      await db.all('SELECT count(*) FROM sqlite_schema')
    } finally {
      await db.close()
    }
  } catch (error) {
    throw readingError(file, error)
  }
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw readingError(file, error)
    },
  )
}
