import type { Connection } from '../connection.ts'

/** Bytes of the database: all its files. */
export async function readSize(db: Connection): Promise<number> {
  const [row] = await db.all<{ bytes: number }>('SELECT pg_database_size(current_database()) AS bytes')
  return row?.bytes ?? 0
}
