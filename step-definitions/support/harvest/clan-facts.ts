import { loadBots } from '../../../src/fixture/load-bots.ts'
import { observeLinkGroups } from '../../../src/harness/observation/observe-link-groups.ts'
import { observeNewest } from '../../../src/harness/observation/observe-newest.ts'
import { observeValues } from '../../../src/harness/observation/observe-values.ts'
import type { OpenTarget } from '../../../src/harness/target/open-target.ts'
import { normaliseUsername, validateUsername } from '../../../src/pipeline/usernames.ts'

/** What a database says of its clan before a harvest, as far as answers are made from it. */
export interface ClanFacts {
  /** By name. */
  readonly members: readonly StoredMember[]
  /** As it is stored: `2025-12-22 15:00:00.000000+00:00`. */
  readonly newestSnapshot: string
  /** The largest id, as decimal text. */
  readonly newestMessage: string
  /** A channel that has messages already. */
  readonly channel: { readonly id: string; readonly guildId: string }
  /** Somebody whose snapshots are there, and who is no member any more; null where there is nobody. */
  readonly formerMember: string | null
  /** Somebody who has written, and is no member; null where there is nobody. */
  readonly outsider: string | null
  readonly bot: string
}

/** Moments as they are stored. */
export interface StoredMember {
  readonly username: string
  readonly role: string | null
  readonly joinedAt: string | null
  readonly lastUpdated: string | null
}

/** @throws RangeError for a database without members, snapshots or messages: nothing could be made from it. */
export async function observeClanFacts(target: OpenTarget): Promise<ClanFacts> {
  const members = await membersOf(target)
  const known = new Set(members.map(({ username }) => normaliseUsername(username)))
  const [bot = ''] = loadBots()
  const taken = new Set([...known, ...loadBots().map(normaliseUsername)])
  const formerMember = await strangerIn(target, { table: 'wom_snapshots', column: 'username' }, taken)
  if (formerMember !== null) taken.add(normaliseUsername(formerMember))
  return {
    members,
    newestSnapshot: await newest(target, 'wom_snapshots', 'timestamp'),
    newestMessage: await newest(target, 'discord_messages', 'id'),
    channel: await channelOf(target),
    formerMember,
    outsider: await strangerIn(target, { table: 'discord_messages', column: 'author_name' }, taken),
    bot,
  }
}

export async function membersOf(target: OpenTarget): Promise<readonly StoredMember[]> {
  const columns = ['username', 'role', 'joined_at', 'last_updated']
  const rows = await observeValues(target, { table: 'clan_members', columns })
  if (rows.length === 0) throw new RangeError('the clan has no member')
  return rows.map(([username, role = null, joinedAt = null, lastUpdated = null]) => ({
    username: username ?? '',
    role,
    joinedAt,
    lastUpdated,
  }))
}

/** The first name in a column that could be a member's, and is nobody's. */
async function strangerIn(
  target: OpenTarget,
  { table, column }: { readonly table: string; readonly column: string },
  taken: ReadonlySet<string>,
): Promise<string | null> {
  const groups = await observeLinkGroups(target, { table, key: column, link: column })
  const names = groups.flatMap(({ key }) => (key === null || validateUsername(key) !== null ? [] : [key]))
  return names.find((name) => !taken.has(normaliseUsername(name))) ?? null
}

async function newest(target: OpenTarget, table: string, column: string): Promise<string> {
  const value = await observeNewest(target, { table, column })
  if (value === null) throw new RangeError(`${table} has no row to go on from`)
  return value
}

async function channelOf(target: OpenTarget): Promise<ClanFacts['channel']> {
  const groups = await observeLinkGroups(target, {
    table: 'discord_messages',
    key: 'channel_id',
    link: 'guild_id',
  })
  const { key, link } = groups.find((group) => group.key !== null && group.link !== null) ?? {}
  if (key == null || link == null) throw new RangeError('no message has a channel')
  return { id: key, guildId: link }
}
