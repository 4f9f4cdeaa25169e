import { foldCase } from '../../../schema/linking/fold-case.ts'
import { linkAuthors } from '../../../schema/linking/link-authors.ts'
import { everyName } from '../../every-name.ts'
import { linkableMembers } from './linkable-members.ts'
import type { Queries } from './queries.ts'

const SNAPSHOTS = 'UPDATE wom_snapshots SET user_id = ? WHERE username = ? AND user_id IS DISTINCT FROM ?'
const MESSAGES =
  'UPDATE discord_messages SET user_id = ? WHERE author_name = ? AND user_id IS DISTINCT FROM ?'

/**
 * Links what is stored anew where a member of this name has come or gone: the snapshots of exactly this name, and the
 * messages of every author whose name is the same when case is ignored, since whom those mean depends on all members
 * together. Only rows whose link is another one are written.
 */
export async function relink(db: Queries, username: string): Promise<void> {
  const members = await linkableMembers(db)
  const id = members.find((member) => member.username === username)?.id ?? null
  await db.query(SNAPSHOTS, [id, username, id])
  const authors = await authorsCalled(db, username)
  const { linked } = linkAuthors(members, authors)
  for (const author of authors) {
    const member = linked.get(author) ?? null
    await db.query(MESSAGES, [member, author, member])
  }
}

async function authorsCalled(db: Queries, username: string): Promise<readonly string[]> {
  const folded = foldCase(username)
  const names = await everyName(db, 'messages')
  return names.filter((name): name is string => typeof name === 'string' && foldCase(name) === folded)
}
