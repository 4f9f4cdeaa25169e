import type { QueryRunner } from 'typeorm'
import { type LinkableMember, linkAuthors } from '../../linking/link-authors.ts'

const MAP = 'temp.author_map'
/** Two parameters a row, far below SQLite's limit of 32,766. */
const ROWS_A_STATEMENT = 400

/**
 * Lends a temporary table that maps each author's name to its member's id (`author_name`, `user_id`), made from the few
 * distinct names and the one rule for them.
 */
export async function withAuthorMap(
  runner: QueryRunner,
  work: (map: string) => Promise<void>,
): Promise<void> {
  const members: LinkableMember<number | bigint>[] = await runner.query(
    'SELECT id, username FROM clan_members',
  )
  const authors: { author_name: string }[] = await runner.query(
    `SELECT DISTINCT author_name FROM discord_messages WHERE typeof(author_name) = 'text'`,
  )
  const { linked } = linkAuthors(
    members,
    authors.map(({ author_name }) => author_name),
  )
  await runner.query(
    `CREATE TEMP TABLE author_map (author_name text PRIMARY KEY NOT NULL, user_id integer NOT NULL) WITHOUT ROWID`,
  )
  const rows = [...linked]
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    const some = rows.slice(start, start + ROWS_A_STATEMENT)
    const values = some.map(() => '(?, ?)').join(', ')
    await runner.query(`INSERT INTO ${MAP} (author_name, user_id) VALUES ${values}`, some.flat())
  }
  await work(MAP)
  await runner.query(`DROP TABLE ${MAP}`)
}
