import type { LinkableMember } from '../../../schema/linking/link-authors.ts'
import type { Queries } from './queries.ts'

/** All members of a database that has the links. */
export function linkableMembers(db: Queries): Promise<readonly LinkableMember<number | bigint>[]> {
  return db.query('SELECT id, username FROM clan_members')
}
