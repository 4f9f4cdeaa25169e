import Database from 'better-sqlite3'

/** The index by hand that makes the legacy message counts walk all messages in the order of their authors. */
export const AUTHOR_INDEX = 'idx_discord_author_lower'

/** What makes a database have it, and not have it, whichever it was. */
export const WITH_AUTHOR_INDEX = `CREATE INDEX IF NOT EXISTS ${AUTHOR_INDEX} ON discord_messages (lower(author_name))`
export const WITHOUT_AUTHOR_INDEX = `DROP INDEX IF EXISTS ${AUTHOR_INDEX}`

export function hasIndex(location: string, name: string): boolean {
  const database = new Database(location, { readonly: true })
  try {
    const found = database.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'index' AND name = ?`).get(name)
    return found !== undefined
  } finally {
    database.close()
  }
}
