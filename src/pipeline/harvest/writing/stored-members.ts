import type { Moment } from '../../../schema/values/moment.ts'
import { orNull } from '../../analytics/or-null.ts'
import { readMoment } from '../../analytics/read-moment.ts'
import { dialectOf } from '../../engine/dialect-of.ts'
import type { Queries } from './queries.ts'

export interface StoredMember {
  /** As it is stored, which is not changed. */
  readonly username: string
  readonly joinedAt: Moment | null
}

interface MemberRow {
  readonly username: string
  readonly joined_at: unknown
}

/**
 * The members in the order of their names' bytes, which is the same on every engine, before the migration and after it: in
 * this order they are asked for where the list is not to be had, and what is stored gets its ids. Before the
 * refactoring a row can be without a name: it is nobody's, and left alone.
 */
export async function storedMembers(db: Queries): Promise<readonly StoredMember[]> {
  const rows: readonly MemberRow[] = await db.query(
    `SELECT username, joined_at FROM clan_members WHERE username IS NOT NULL ORDER BY ${dialectOf(db).bytes('username')}`,
  )
  return rows.map(({ username, joined_at }) => ({ username, joinedAt: orNull(readMoment, joined_at) }))
}
