import type { OnPart } from './on-part.ts'
import type { Sqlite3Connection } from './sqlite3-connection.ts'

/** Bytes: some milliseconds of work, after which progress is told and an end that is asked for is heard. */
const PART = 16 * 2 ** 20

/** Copies a database page by page by SQLite's online backup, to a file that nobody has open. */
export async function copyPages(db: Sqlite3Connection, to: string, onPart: OnPart): Promise<void> {
  const [{ page_size: pageBytes } = { page_size: 4096 }] = await db.all<{ readonly page_size: number }>(
    'PRAGMA page_size',
  )
  const backup = await db.backup(to)
  try {
    for (let last = false; !last; ) {
      last = await backup.step(PART / pageBytes)
      onPart((backup.pageCount - backup.remaining) * pageBytes, backup.pageCount * pageBytes)
    }
  } finally {
    await backup.finish()
  }
}
