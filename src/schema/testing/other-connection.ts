import Sqlite from 'better-sqlite3'
import sqlite3 from 'sqlite3'

/** How somebody connects who is not TypeORM. Each driver has an SQLite of its own. */
export interface OtherConnection {
  readonly driver: 'better-sqlite3' | 'sqlite3'
  readonly foreignKeys: 'ON' | 'OFF'
}

/**
 * Writes to a database that nobody else has open: two SQLite libraries in one process must not share a file.
 * @returns the message of the error that refuses it, or undefined when it is done.
 */
export async function writeByOtherConnection(
  file: string,
  { driver, foreignKeys }: OtherConnection,
  sql: string,
): Promise<string | undefined> {
  const script = `PRAGMA foreign_keys = ${foreignKeys}; ${sql}`
  return driver === 'sqlite3' ? execute(file, script) : executeInSync(file, script)
}

function executeInSync(file: string, script: string): string | undefined {
  const database = new Sqlite(file)
  try {
    database.exec(script)
    return undefined
  } catch (error) {
    return String(error)
  } finally {
    database.close()
  }
}

async function execute(file: string, script: string): Promise<string | undefined> {
  const database = await new Promise<sqlite3.Database>((opened, failed) => {
    const connection = new sqlite3.Database(file, (error) =>
      error === null ? opened(connection) : failed(error),
    )
  })
  const outcome = await new Promise<Error | null>((done) => database.exec(script, done))
  await new Promise<void>((closed, failed) =>
    database.close((error) => (error === null ? closed() : failed(error))),
  )
  return outcome === null ? undefined : String(outcome)
}
