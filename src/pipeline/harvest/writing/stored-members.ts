import type { Moment } from '../../../schema/values/moment.ts'
import { orNull } from '../../analytics/or-null.ts'
import { readMoment } from '../../analytics/read-moment.ts'
import { dialectOf } from '../../engine/dialect-of.ts'
import type { HarvestSchema } from './harvest-schema.ts'
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
 * The members in the order of their ids, or of those that the migration would give them. Before the refactoring a row can
 * be without a name: it is nobody's, and left alone.
 */
export async function storedMembers(
  db: Queries,
  { linked, handMadeId }: HarvestSchema,
): Promise<readonly StoredMember[]> {
  const { rowOrder } = dialectOf(db)
  const order = linked ? 'id' : handMadeId ? `id NULLS FIRST, ${rowOrder}` : rowOrder
  const rows: readonly MemberRow[] = await db.query(
    `SELECT username, joined_at FROM clan_members WHERE username IS NOT NULL ORDER BY ${order}`,
  )
  return rows.map(({ username, joined_at }) => ({ username, joinedAt: orNull(readMoment, joined_at) }))
}
