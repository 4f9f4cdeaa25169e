import type { Connection } from '../connection.ts'

/** Bytes of the database: its pages, free ones included. */
export async function readSize(db: Connection): Promise<number> {
  const [row] = await db.all<{ bytes: number }>(
    'SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size',
  )
  return row?.bytes ?? 0
}
