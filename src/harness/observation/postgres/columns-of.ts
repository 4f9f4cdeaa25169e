import type { Connection } from '../connection.ts'

/** What has to be known of a column to put rows in the order of its bytes. */
export interface OrderedColumn {
  readonly name: string
  readonly type: string
  /** Whether it sorts otherwise than byte by byte. */
  readonly collated: boolean
}

/** Columns of a table in the order in which they are named. @throws Error for one that is not there. */
export async function columnsOf(
  db: Connection,
  table: string,
  names: readonly string[],
): Promise<readonly OrderedColumn[]> {
  const columns = await db.all<OrderedColumn>(
    `SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
       a.attcollation <> 0 AND coalesce(l.collcollate NOT IN ('C', 'POSIX'), true)
         AND NOT (l.collname = 'default' AND d.datlocprovider = 'c' AND d.datcollate IN ('C', 'POSIX')) AS collated
     FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       JOIN pg_database AS d ON d.datname = current_database()
       LEFT JOIN pg_collation AS l ON l.oid = a.attcollation
     WHERE c.relnamespace = 'public'::regnamespace AND c.relname = $1`,
    [table],
  )
  return names.map((name) => {
    const column = columns.find((each) => each.name === name)
    if (column === undefined) throw new Error(`${table} has no column ${name}.`)
    return column
  })
}
