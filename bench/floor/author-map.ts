import Database from 'better-sqlite3'
import { linkAuthors } from '../../src/schema/linking/link-authors.ts'

/** An author's name, and the id of its member. */
export type AuthorLink = readonly [name: string, member: number]

/** Who wrote which messages, worked out before the clock starts: whoever writes SQL by hand may have it at hand. */
export function authorMap(fixture: string): readonly AuthorLink[] {
  const database = new Database(fixture, { readonly: true })
  try {
    const members = database
      .prepare<[], { readonly id: number; readonly username: string }>(
        'SELECT rowid AS id, username FROM clan_members',
      )
      .all()
    const authors = database
      .prepare<[], string>(
        `SELECT DISTINCT author_name FROM discord_messages WHERE typeof(author_name) = 'text'`,
      )
      .pluck()
      .all()
    return [...linkAuthors(members, authors).linked]
  } finally {
    database.close()
  }
}
