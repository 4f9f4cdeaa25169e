import { storedMoment } from '../../../schema/values/moment.ts'
import type { BossFigures, PlayerSnapshot } from '../sources/clan-source.ts'
import type { HarvestSchema } from './harvest-schema.ts'
import { insertRows } from './insert-rows.ts'
import { nextId } from './next-id.ts'
import type { Queries } from './queries.ts'

const { to } = storedMoment('+00:00')

/** Stores a player's snapshots and their boss rows, in the order given. @returns how many boss rows. */
export async function writeSnapshots(
  db: Queries,
  { linked }: HarvestSchema,
  username: string,
  snapshots: readonly PlayerSnapshot[],
): Promise<number> {
  const user = linked ? { user_id: await memberCalled(db, username) } : {}
  const firstId = await nextId(db, 'snapshot')
  const rows = snapshots.map((snapshot, index) => ({ snapshot, id: firstId + BigInt(index) }))
  await insertRows(
    db,
    'wom_snapshots',
    rows.map(({ snapshot, id }) => ({
      id,
      ...user,
      username,
      timestamp: to(snapshot.timestamp),
      total_xp: snapshot.totalXp,
      total_boss_kills: snapshot.totalBossKills,
      ehp: snapshot.ehp,
      ehb: snapshot.ehb,
      raw_data: snapshot.rawData,
    })),
  )
  const firstBoss = await nextId(db, 'boss')
  const bosses = rows.flatMap(({ snapshot, id }) =>
    snapshot.bosses.filter(wasKilled).map(({ name, kills, rank }) => ({
      snapshot_id: id,
      ...(linked ? { wom_snapshot_id: id } : {}),
      boss_name: name,
      kills,
      rank,
    })),
  )
  await insertRows(
    db,
    'boss_snapshots',
    bosses.map((boss, index) => ({ id: firstBoss + BigInt(index), ...boss })),
  )
  return bosses.length
}

function wasKilled({ kills }: BossFigures): boolean {
  return kills !== null && kills >= 1
}

/** The link of a snapshot: to the member of exactly its name. */
async function memberCalled(db: Queries, username: string): Promise<unknown> {
  const [row]: readonly { readonly id: unknown }[] = await db.query(
    'SELECT id FROM clan_members WHERE username = ?',
    [username],
  )
  return row?.id ?? null
}
