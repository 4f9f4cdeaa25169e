import sqlite3 from 'sqlite3'
import { connectSqlite3 } from '../../target/sqlite/sqlite3-connection.ts'

/** With a write-ahead log, or without: of the modes only these two belong to a file. */
export type JournalMode = 'delete' | 'wal'

/** Writes into a database's file which way it is written from now on. Leaves nothing beside it. */
export async function setJournalMode(file: string, mode: JournalMode): Promise<void> {
  const db = await connectSqlite3(file, sqlite3.OPEN_READWRITE)
  try {
    const [found] = await db.all<{ journal_mode: string }>(
      mode === 'wal' ? 'PRAGMA journal_mode = WAL' : 'PRAGMA journal_mode = DELETE',
    )
    if (found?.journal_mode !== mode) throw new Error(`${file} stays in the mode ${found?.journal_mode}`)
  } finally {
    await db.close()
  }
}
