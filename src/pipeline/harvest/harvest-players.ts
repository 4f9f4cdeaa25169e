import type { DataSource } from 'typeorm'
import type { Moment } from '../../schema/values/moment.ts'
import type { Player } from './call-the-roll.ts'
import type { HarvestFailure, HarvestResult } from './harvest-result.ts'
import { orFault } from './or-fault.ts'
import { periodToAsk } from './period-to-ask.ts'
import type { ClanSource, PlayerSnapshot } from './sources/clan-source.ts'
import { SourceError } from './sources/source-error.ts'
import type { HarvestSchema } from './writing/harvest-schema.ts'
import { newestSnapshot } from './writing/newest-snapshot.ts'
import { writePlayer } from './writing/write-player.ts'

export interface HarvestedPlayers extends Pick<HarvestResult, 'snapshots' | 'bosses' | 'failures'> {
  readonly added: readonly string[]
  readonly updated: readonly string[]
}

/** Asks for the players one after the other, and stores each, or nothing of one whom the source fails. */
export async function harvestPlayers(
  db: DataSource,
  schema: HarvestSchema,
  clan: ClanSource,
  players: readonly Player[],
  now: Moment,
): Promise<HarvestedPlayers> {
  const named: Record<'added' | 'updated', string[]> = { added: [], updated: [] }
  const snapshots = { stored: 0, skipped: 0 }
  const bosses = { stored: 0, skipped: 0 }
  const failures: HarvestFailure[] = []
  for (const player of players) {
    const { username, listed } = player
    const answer = await answerOf(db, clan, player, now)
    if (answer instanceof SourceError) {
      failures.push({ source: 'player', of: username, kind: answer.kind, reason: answer.reason })
      continue
    }
    const written = await writePlayer(db, schema, { username, listed, snapshots: answer })
    if (written.change !== 'none') named[written.change].push(username)
    snapshots.stored += written.snapshots
    snapshots.skipped += answer.length - written.snapshots
    bosses.stored += written.bosses
    bosses.skipped += written.bossesSkipped
  }
  return { ...named, snapshots, bosses, failures }
}

/** The game knows a player by the name that the list has today. */
async function answerOf(
  db: DataSource,
  clan: ClanSource,
  { username, listed, stored }: Player,
  now: Moment,
): Promise<readonly PlayerSnapshot[] | SourceError> {
  const newest = await newestSnapshot(db, username, now)
  const joinedAt = listed?.joinedAt ?? stored?.joinedAt ?? null
  const period = periodToAsk({ newest, joinedAt }, now)
  if (period === null) return []
  return orFault(() => clan.snapshotsOf(listed?.username ?? username, period.from, period.to))
}
