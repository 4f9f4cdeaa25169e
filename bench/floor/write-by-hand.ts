import Database, { type Statement } from 'better-sqlite3'
import type { SqlValue, TableRows } from '../../src/fixture/rows/table-rows.ts'
import { flush } from '../measuring/flush.ts'

/** Values a statement; from a hundred to two thousand, no trend shows within the noise. */
const VALUES_PER_STATEMENT = 600

/** A table's rows as they are bound, all of them in memory. */
export interface ReadyRows {
  readonly insert: (rows: number) => string
  readonly batches: readonly { readonly rows: number; readonly values: readonly SqlValue[] }[]
}

/** Makes rows before the clock starts, so that only writing them is timed. */
export function makeReady({ table, columns, count, fill }: TableRows): ReadyRows {
  const width = columns.length
  const most = Math.floor(VALUES_PER_STATEMENT / width)
  const batches: { rows: number; values: SqlValue[] }[] = []
  for (let made = 0; made < count; made += most) {
    const rows = Math.min(most, count - made)
    const values = new Array<SqlValue>(rows * width).fill(null)
    for (let at = 0; at < values.length; at += width) fill(values, at)
    batches.push({ rows, values })
  }
  const row = `(${columns.map(() => '?').join(', ')})`
  const insert = (rows: number) =>
    `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES ${Array(rows).fill(row).join(', ')}`
  return { insert, batches }
}

/** The statements that make an empty database and those that make its indexes, as a finished one has them. */
export interface Schema {
  readonly tables: readonly string[]
  readonly indexes: readonly string[]
  /** What TypeORM has recorded. */
  readonly record: readonly { readonly timestamp: number; readonly name: string }[]
}

export function readSchema(finished: string): Schema {
  const database = new Database(finished, { readonly: true })
  try {
    const texts = (type: string) =>
      database
        .prepare<[string], string>(
          `SELECT sql FROM sqlite_schema WHERE type = ? AND sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
        )
        .pluck()
        .all(type)
    const record = database
      .prepare<[], Schema['record'][number]>('SELECT "timestamp", name FROM migrations ORDER BY id')
      .all()
    return { tables: texts('table'), indexes: texts('index'), record }
  } finally {
    database.close()
  }
}

/**
 * Writes a fixture by the fastest means of the driver: no journal, no syncing but one at the end, many rows a
 * statement, indexes last.
 */
export function writeByHand(location: string, schema: Schema, tables: readonly ReadyRows[]): void {
  const database = new Database(location)
  try {
    database.pragma('journal_mode = OFF')
    database.pragma('synchronous = OFF')
    database.pragma('locking_mode = EXCLUSIVE')
    database.pragma('temp_store = MEMORY')
    database.pragma('cache_size = -131072')
    database.exec('BEGIN')
    for (const sql of schema.tables) database.exec(sql)
    const record = database.prepare('INSERT INTO migrations ("timestamp", name) VALUES (?, ?)')
    for (const { timestamp, name } of schema.record) record.run(timestamp, name)
    for (const rows of tables) insert(database, rows)
    for (const sql of schema.indexes) database.exec(sql)
    database.exec('COMMIT')
  } finally {
    database.close()
  }
  flush(location)
}

function insert(database: Database.Database, { insert, batches }: ReadyRows): void {
  const statements = new Map<number, Statement>()
  for (const { rows, values } of batches) {
    const statement = statements.get(rows) ?? database.prepare(insert(rows))
    statements.set(rows, statement)
    statement.run(values)
  }
}
