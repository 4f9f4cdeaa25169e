import type { MemberData } from './member-data.ts'
import type { MemberRow } from './member-row.ts'
import { orNull } from './or-null.ts'
import { readMoment } from './read-moment.ts'

/** What a member's own row says. @throws SchemaError for a moment that is none. */
export function readMember(
  row: MemberRow,
): Pick<MemberData, 'username' | 'role' | 'joinedAt' | 'lastUpdated'> {
  return {
    username: row.username,
    role: row.role,
    joinedAt: orNull(readMoment, row.joined_at),
    lastUpdated: orNull(readMoment, row.last_updated),
  }
}
