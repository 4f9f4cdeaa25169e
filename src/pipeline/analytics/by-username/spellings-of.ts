import type { DataSource } from 'typeorm'
import { normaliseUsername } from '../../usernames.ts'

/** The names that snapshots and messages have. */
const SPELLINGS = {
  snapshots: everyName('wom_snapshots', 'username'),
  messages: everyName('discord_messages', 'author_name'),
} as const

/** The names in one of the tables that normalise to this one. */
export async function spellingsOf(
  db: DataSource,
  name: string,
  rows: keyof typeof SPELLINGS,
): Promise<readonly string[]> {
  const found: readonly { readonly name: unknown }[] = await db.query(SPELLINGS[rows])
  return found.map((row) => row.name).filter((spelling) => isSpelling(spelling, name))
}

function isSpelling(spelling: unknown, name: string): spelling is string {
  return normaliseUsername(spelling) === name
}

/** From each name to the next by a seek in the index that begins with it; DISTINCT would read the whole index. */
function everyName(table: string, column: string): string {
  return `
    WITH RECURSIVE every(name) AS (
      SELECT min(${column}) FROM ${table}
      UNION ALL
      SELECT (SELECT min(${column}) FROM ${table} WHERE ${column} > every.name) FROM every WHERE every.name IS NOT NULL
    )
    SELECT name FROM every WHERE name IS NOT NULL`
}
