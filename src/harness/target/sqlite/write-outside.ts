import Database from 'better-sqlite3'
import type { OutsideStatement, Writing } from '../outside-statement.ts'

/** With the engine's defaults: SQLite enforces no foreign key. */
export function writeOutside(file: string, statements: readonly OutsideStatement[]): readonly Writing[] {
  const database = new Database(file)
  try {
    // This driver's own default is not the engine's.
    database.pragma('foreign_keys = OFF')
    return statements.map((statement) => written(database, statement))
  } finally {
    database.close()
  }
}

function written(database: Database.Database, { sql, parameters }: OutsideStatement): Writing {
  try {
    return { outcome: 'done', rows: database.prepare(sql).run(parameters).changes }
  } catch (error) {
    // A statement that is wrong, or a file that is locked, is no refusal.
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')) {
      return { outcome: 'refused', message: error.message }
    }
    throw error
  }
}
