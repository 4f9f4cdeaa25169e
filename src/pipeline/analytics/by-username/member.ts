import type { DataSource } from 'typeorm'
import { normaliseUsername } from '../../usernames.ts'
import type { MemberData } from '../member-data.ts'
import { readMember } from '../read-member.ts'
import { membersByName } from './members-by-name.ts'
import { messagesOf } from './messages-of.ts'
import { snapshotsOf } from './snapshots-of.ts'

/**
 * One member's data; null when no member's name normalises to this one. Of several members whose names do, the first by
 * spelling gives the name and the role; snapshots and messages are those of all spellings.
 */
export async function member(db: DataSource, username: string): Promise<MemberData | null> {
  const name = normaliseUsername(username)
  const row = (await membersByName(db)).get(name)
  if (row === undefined) return null
  return {
    ...readMember(row),
    ...(await snapshotsOf(db, name)),
    ...(await messagesOf(db, name)),
  }
}
