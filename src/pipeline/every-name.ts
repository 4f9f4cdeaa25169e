import type { DataSource } from 'typeorm'

/** The names that snapshots and messages have. */
const EVERY_NAME = {
  snapshots: everyNameIn('wom_snapshots', 'username'),
  messages: everyNameIn('discord_messages', 'author_name'),
} as const

/** Every name that the rows of one of the tables have, once each. What is no text is given as it is stored. */
export async function everyName(
  db: Pick<DataSource, 'query'>,
  rows: keyof typeof EVERY_NAME,
): Promise<readonly unknown[]> {
  const found: readonly { readonly name: unknown }[] = await db.query(EVERY_NAME[rows])
  return found.map((row) => row.name)
}

/** From each name to the next by a seek in the index that begins with it; DISTINCT would read the whole index. */
function everyNameIn(table: string, column: string): string {
  return `
    WITH RECURSIVE every(name) AS (
      SELECT min(${column}) FROM ${table}
      UNION ALL
      SELECT (SELECT min(${column}) FROM ${table} WHERE ${column} > every.name) FROM every WHERE every.name IS NOT NULL
    )
    SELECT name FROM every WHERE name IS NOT NULL`
}
