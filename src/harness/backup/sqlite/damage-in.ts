import type { Connection } from '../../observation/connection.ts'
import { openConnection } from '../../observation/sqlite/open-connection.ts'
import { codeOf } from '../../target/sqlite/reading-error.ts'

/** Complaints about rows that break a rule of their table. A backup has to keep such rows as they are. */
const OF_ROWS = /^(?:NULL|TEXT|NUMERIC|non-[A-Z]+) value in |^CHECK constraint failed in /

const BROKEN = new Set(['SQLITE_CORRUPT', 'SQLITE_NOTADB'])

/** What SQLite's own check of the whole file complains of, or undefined where it is sound. Nobody writes to it. */
export async function damageIn(file: string): Promise<string | undefined> {
  const db = await openConnection({ engine: 'sqlite', file })
  try {
    return await damageSeen(db)
  } finally {
    await db.close()
  }
}

/** What SQLite's own check complains of, through a connection. */
export async function damageSeen(db: Pick<Connection, 'all'>): Promise<string | undefined> {
  try {
    const rows = await db.all<{ message: string }>(
      'SELECT integrity_check AS message FROM pragma_integrity_check',
    )
    const complaint = rows.find(({ message }) => message !== 'ok' && !OF_ROWS.test(message))
    return complaint?.message.replace(/\s+/g, ' ')
  } catch (error) {
    // Where it is too broken to be looked through there is no list of complaints.
    if (!BROKEN.has(codeOf(error) ?? '')) throw error
    return (error as Error).message
  }
}
