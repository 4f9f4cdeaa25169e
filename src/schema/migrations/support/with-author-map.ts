import type { QueryRunner } from 'typeorm'
import { type LinkableMember, linkAuthors } from '../../linking/link-authors.ts'
import { lendAuthorMap } from '../../operations/lend-author-map.ts'

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
  const authors: { author_name: unknown }[] = await runner.query(
    'SELECT DISTINCT author_name FROM discord_messages',
  )
  const { linked } = linkAuthors(
    members,
    authors.map(({ author_name }) => author_name).filter((name) => typeof name === 'string'),
  )
  const map = await lendAuthorMap(runner, linked)
  await work(map)
  await runner.query(`DROP TABLE ${map}`)
}
