import type { Answered, AnsweredPlayer } from './answered.ts'
import type { StoredMember } from './clan-facts.ts'
import type { Failed } from './failed.ts'

/** Rows by the name of a query of `harvested.sql`, their values as SQL literals, in the query's order. */
export type HarvestedRows = Readonly<Record<string, readonly (readonly string[])[]>>

/** What has to be stored after a harvest of these answers, but for what has failed. */
export function expectedRows(
  answered: Answered,
  before: readonly StoredMember[],
  failed: Failed,
  removed: readonly string[],
): HarvestedRows {
  const players = answered.players.filter(
    ({ username, joins }) =>
      !failed.players.has(username) && !failed.entries.has(username) && !(failed.list && joins),
  )
  const snapshots = sorted(players, ({ username }) => username).flatMap((player) =>
    player.snapshots.filter(({ firstOfDay }) => firstOfDay).map((snapshot) => ({ player, snapshot })),
  )
  return {
    members: failed.list ? before.map(storedRow) : membersAfter(players, before, removed),
    snapshots: snapshots.map(({ player, snapshot }) => [
      literal(player.username),
      literal(storedMoment(snapshot.timestamp)),
      snapshot.experience < 0 ? 'NULL' : String(snapshot.experience),
      String(killsOf(snapshot).reduce((sum, { kills }) => sum + kills, 0)),
      real(snapshot.ehp),
      real(snapshot.ehb),
      literal(snapshot.timestamp),
      String(snapshot.experience),
    ]),
    bosses: snapshots.flatMap(({ player, snapshot }) =>
      sorted(killsOf(snapshot), ({ name }) => name).map(({ name, kills, rank }) => [
        literal(player.username),
        literal(storedMoment(snapshot.timestamp)),
        literal(name),
        String(kills),
        rank < 0 ? 'NULL' : String(rank),
      ]),
    ),
    messages: messageRows(answered, failed),
  }
}

function membersAfter(
  players: readonly AnsweredPlayer[],
  before: readonly StoredMember[],
  removed: readonly string[],
): readonly (readonly string[])[] {
  const rows = new Map(before.map((member) => [member.username, storedRow(member)]))
  for (const name of removed) rows.delete(name)
  for (const { username, role, joinedAt, lastUpdated } of players) {
    const [, storedRole = 'NULL', storedJoining = 'NULL'] = rows.get(username) ?? []
    rows.set(username, [
      literal(username),
      role === null ? storedRole : literal(role),
      joinedAt === null ? storedJoining : literal(storedMoment(joinedAt)),
      literal(storedMoment(lastUpdated)),
    ])
  }
  return sorted([...rows], ([name]) => name).map(([, row]) => row)
}

function storedRow({ username, role, joinedAt, lastUpdated }: StoredMember): readonly string[] {
  return [username, role, joinedAt, lastUpdated].map((value) => (value === null ? 'NULL' : literal(value)))
}

function messageRows({ channels, guild }: Answered, failed: Failed): readonly (readonly string[])[] {
  const rows = channels.flatMap(({ id, name, messages }) =>
    messages
      .slice(0, failed.channels.get(id))
      .map((message) => [
        message.id,
        message.authorId,
        literal(message.authorName),
        literal(message.content),
        id,
        literal(name),
        guild.id,
        literal(guild.name),
        literal(message.timestamp.replace('T', ' ').replace('+00:00', '')),
      ]),
  )
  return rows.sort(([one = '0'], [other = '0']) => Number(BigInt(one) - BigInt(other)))
}

function killsOf({ bosses }: AnsweredPlayer['snapshots'][number]) {
  return bosses.filter(({ kills }) => kills > 0)
}

/** `2025-12-23T06:00:00.000Z` as a column with a zone holds it. */
function storedMoment(iso: string): string {
  return `${iso.replace('T', ' ').replace('Z', '')}000+00:00`
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

function real(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value)
}

/** By the bytes of UTF-8, as SQLite sorts text. */
function sorted<T>(all: readonly T[], by: (one: T) => string): readonly T[] {
  return [...all].sort((one, other) => Buffer.compare(Buffer.from(by(one)), Buffer.from(by(other))))
}
