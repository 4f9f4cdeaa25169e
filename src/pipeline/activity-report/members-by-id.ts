import type { DataSource } from 'typeorm'
import type { MemberRow } from '../analytics/member-row.ts'
import { orNull } from '../analytics/or-null.ts'
import { readMoment } from '../analytics/read-moment.ts'
import { readNumber } from '../analytics/read-number.ts'
import type { ReportMember } from './report-member.ts'

const SQL = 'SELECT id, username, role, joined_at FROM clan_members ORDER BY id'

interface IdentifiedRow extends Pick<MemberRow, 'username' | 'role' | 'joined_at'> {
  readonly id: unknown
}

/**
 * Every member, for a report by `analyticsById`.
 * @throws SchemaError for an id that is no exact number, or a moment that is none.
 */
export async function membersById(db: DataSource): Promise<readonly ReportMember<number>[]> {
  const rows: readonly IdentifiedRow[] = await db.query(SQL)
  return rows.map(({ id, username, role, joined_at }) => ({
    key: readNumber(id),
    name: username,
    rank: role,
    joinedAt: orNull(readMoment, joined_at),
  }))
}
