import { storedMoment } from '../../../schema/values/moment.ts'
import { dialectOf } from '../../engine/dialect-of.ts'
import type { ListedMember } from '../sources/clan-source.ts'
import type { HarvestSchema } from './harvest-schema.ts'
import type { Queries } from './queries.ts'
import { relink } from './relink.ts'

export type MemberChange = 'added' | 'updated' | 'none'

/** Columns as they are stored. */
interface MemberRow {
  readonly role: unknown
  readonly joined_at: unknown
  readonly last_updated: unknown
}

const READ = 'SELECT role, joined_at, last_updated FROM clan_members WHERE username = ?'
const UPDATE = 'UPDATE clan_members SET role = ?, joined_at = ?, last_updated = ? WHERE username = ?'
const INSERT = 'INSERT INTO clan_members (username, role, joined_at, last_updated) VALUES (?, ?, ?, ?)'

/** The next id where every member has one, since all or none is what the migration takes; else none. */
const INSERT_BESIDE_HAND_MADE_ID = `
  INSERT INTO clan_members (id, username, role, joined_at, last_updated)
  SELECT CASE WHEN count(id) = count(*) THEN max(id) + 1 END, ?, ?, ?, ? FROM clan_members`

const { to } = storedMoment('+00:00')

/**
 * Writes what the list says of a member to the row that is there, which keeps its id and its name, or else to a new one.
 * What the list does not know stays as it was. What is stored already of a new member is linked.
 */
export async function writeMember(
  db: Queries,
  { linked, handMadeId }: HarvestSchema,
  username: string,
  member: ListedMember,
): Promise<MemberChange> {
  const { insertMember, storable } = dialectOf(db)
  const listed = { ...member, role: member.role === null ? null : storable(member.role) }
  const [stored]: readonly MemberRow[] = await db.query(READ, [username])
  const role = listed.role ?? stored?.role ?? null
  const joinedAt = to(listed.joinedAt) ?? stored?.joined_at ?? null
  const lastUpdated = to(listed.lastUpdated) ?? stored?.last_updated ?? null
  if (stored === undefined) {
    const insert = linked ? insertMember : handMadeId ? INSERT_BESIDE_HAND_MADE_ID : INSERT
    await db.query(insert, [username, role, joinedAt, lastUpdated])
    if (linked) await relink(db, username)
    return 'added'
  }
  const same = stored.role === role && stored.joined_at === joinedAt && stored.last_updated === lastUpdated
  if (same) return 'none'
  await db.query(UPDATE, [role, joinedAt, lastUpdated, username])
  return 'updated'
}
