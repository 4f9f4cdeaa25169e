import sqlite3 from 'sqlite3'

/** A value that can be bound. */
type Bound = string | number | Buffer | null

/** An open connection by the driver that does not migrate. */
export interface Sqlite3Connection {
  /**
   * All rows of one statement.
   * @throws Error that names the statement, with the driver's error as its `cause`.
   */
  all<Row>(sql: string, params?: readonly Bound[]): Promise<readonly Row[]>
  /** Begins SQLite's online backup of the main database to that of a file. It is finished before the connection is closed. */
  backup(to: string): Promise<Backup>
  close(): Promise<void>
}

/** An online backup under way. */
export interface Backup {
  readonly pageCount: number
  readonly remaining: number
  /** Copies so many pages. Tells whether they were the last. */
  step(pages: number): Promise<boolean>
  finish(): Promise<void>
}

/** A mode of `sqlite3.Database`, such as `sqlite3.OPEN_READONLY`. */
type Mode = number

/** @param database a file, or with `OPEN_URI` a URI */
export async function connectSqlite3(database: string, mode: Mode): Promise<Sqlite3Connection> {
  const opened = await new Promise<WithBackup>((resolve, reject) => {
    const handle = new sqlite3.Database(database, mode, (cause) => {
      if (cause === null) resolve(handle as WithBackup)
      else reject(cause)
    })
  })
  return {
    all: <Row>(sql: string, params: readonly Bound[] = []) =>
      new Promise<readonly Row[]>((resolve, reject) => {
        opened.all<Row>(sql, params, (cause, rows) => {
          if (cause === null) resolve(rows)
          else reject(new Error(`${cause.message}, in: ${sql}`, { cause }))
        })
      }),
    backup: async (to) => backupOf(await settled((done) => opened.backup(to, done))),
    close: async () => {
      await settled((done) => opened.close(done))
    },
  }
}

function backupOf(handle: BackupHandle): Backup {
  return {
    get pageCount() {
      return handle.pageCount
    },
    get remaining() {
      return handle.remaining
    },
    step: (pages) =>
      new Promise((resolve, reject) => {
        handle.step(pages, (cause, last) => (cause === null ? resolve(last === true) : reject(cause)))
      }),
    finish: () => new Promise((resolve) => handle.finish(resolve)),
  }
}

/** What the driver has, and its types do not tell. */
interface WithBackup extends sqlite3.Database {
  backup(to: string, done: (cause: Error | null) => void): BackupHandle
}

interface BackupHandle {
  readonly pageCount: number
  readonly remaining: number
  step(pages: number, done: (cause: Error | null, last?: boolean) => void): void
  finish(done: () => void): void
}

function settled<T>(start: (done: (cause: Error | null) => void) => T): Promise<T> {
  return new Promise((resolve, reject) => {
    const started = start((cause) => (cause === null ? resolve(started) : reject(cause)))
  })
}
