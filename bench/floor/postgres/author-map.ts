import type { PostgresAddress } from '../../../src/harness/target/address.ts'
import { withConnection } from '../../../src/harness/target/postgres/connect.ts'
import { linkAuthors } from '../../../src/schema/linking/link-authors.ts'

/** An author's name, and the id of its member. */
export type AuthorLink = readonly [name: string, member: string]

/** Ids follow the order in which members lie. Exact text. */
const MEMBERS = 'SELECT row_number() OVER (ORDER BY ctid)::text AS id, username FROM clan_members'
const AUTHORS =
  'SELECT DISTINCT author_name AS name FROM discord_messages WHERE author_name IS NOT NULL ORDER BY 1'

/** Who wrote which messages, worked out before the clock starts: whoever writes SQL by hand may have it at hand. */
export function authorMap(fixture: PostgresAddress): Promise<readonly AuthorLink[]> {
  return withConnection(fixture, async (client) => {
    const members = await client.query<{ readonly id: string; readonly username: string }>(MEMBERS)
    const authors = await client.query<{ readonly name: string }>(AUTHORS)
    return [
      ...linkAuthors(
        members.rows,
        authors.rows.map(({ name }) => name),
      ).linked,
    ]
  })
}
