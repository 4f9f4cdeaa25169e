import type { DataSource } from 'typeorm'
import type { MemberRow } from '../analytics/member-row.ts'
import { orNull } from '../analytics/or-null.ts'
import { readMoment } from '../analytics/read-moment.ts'
import { inDialects } from '../engine/in-dialects.ts'
import { soleNames } from '../sole-names.ts'
import { normaliseUsername } from '../usernames.ts'
import type { ReportMember } from './report-member.ts'

const SQL = inDialects(
  ({ bytes }) => `SELECT username, role, joined_at FROM clan_members ORDER BY ${bytes('username')}`,
)

type NamedRow = Pick<MemberRow, 'username' | 'role' | 'joined_at'>

/**
 * Every member, for a report by `analyticsByUsername`, on the schema before and after. No key has who is nobody by name
 * (without letter or digit), and whose normalised name is another member's too: the family takes these for one, and
 * giving its answer to each of them would count everything twice.
 * @throws SchemaError for a moment that is none.
 */
export async function membersByUsername(db: DataSource): Promise<readonly ReportMember<string>[]> {
  const rows: readonly NamedRow[] = await db.query(SQL(db))
  const keys = rows.map(({ username }) => normaliseUsername(username))
  const sole = soleNames(keys)
  return rows.map(({ username, role, joined_at }, at) => {
    const key = keys[at] ?? ''
    return {
      key: sole.has(key) ? key : null,
      name: username,
      rank: role,
      joinedAt: orNull(readMoment, joined_at),
    }
  })
}
