import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { AuthorLink } from './author-map.ts'

interface HandWritten {
  readonly recordedName: string
  readonly timestamp: number
  readonly sql: string
}

/** Migrations 4 to 6, each as one text of SQL and with what TypeORM would record of it. */
const MIGRATIONS: readonly HandWritten[] = [
  byHand('4-drop-unused-tables', 'DropUnusedTables', 1766397600000),
  byHand('5-add-missing-indexes', 'AddMissingIndexes', 1766421900000),
  byHand('6-normalize-user-ids', 'NormalizeUserIds', 1766426400000),
]

/**
 * Migrates a fixture as somebody would who writes SQL for this one database: no checks, no memory of what was before.
 * As safe as ours all the same: one transaction a migration, rollback journal, synchronous FULL. A larger cache,
 * sorting in memory, more threads and rebuilding wom_snapshots were tried, and gain nothing beyond the noise.
 */
export function migrateByHand(location: string, authors: readonly AuthorLink[]): void {
  const database = new Database(location)
  try {
    database.pragma('journal_mode = DELETE')
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = OFF')
    lendAuthorMap(database, authors)
    const record = database.prepare('INSERT INTO migrations ("timestamp", name) VALUES (?, ?)')
    for (const { recordedName, timestamp, sql } of MIGRATIONS) {
      database
        .transaction(() => {
          database.exec(sql)
          record.run(timestamp, recordedName)
        })
        .immediate()
    }
  } finally {
    database.close()
  }
}

function lendAuthorMap(database: Database.Database, authors: readonly AuthorLink[]): void {
  database.exec(
    'CREATE TEMP TABLE author_map (author_name text PRIMARY KEY NOT NULL, user_id integer NOT NULL) WITHOUT ROWID',
  )
  const add = database.prepare('INSERT INTO temp.author_map VALUES (?, ?)')
  database.transaction(() => {
    for (const author of authors) add.run(...author)
  })()
}

function byHand(file: string, name: string, timestamp: number): HandWritten {
  const sql = readFileSync(join(import.meta.dirname, `${file}.sql`), 'utf8')
  return { recordedName: `${name}${timestamp}`, timestamp, sql }
}
