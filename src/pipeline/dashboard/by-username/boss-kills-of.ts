import type { DataSource } from 'typeorm'
import { inDialects } from '../../engine/in-dialects.ts'
import { type KillsRow, killsBySnapshot } from '../kills-by-snapshot.ts'

const SQL = inDialects(
  ({ given }) => `
  SELECT boss.snapshot_id AS snapshot, boss.boss_name AS boss, boss.kills
  FROM boss_snapshots AS boss
  WHERE boss.snapshot_id IN (SELECT given.value FROM ${given('given')}) AND boss.kills > 0`,
)

/** Kills by boss of these snapshots, by the number that was noted in the boss rows. */
export async function bossKillsOf(
  db: DataSource,
  snapshots: readonly number[],
): Promise<ReadonlyMap<number, ReadonlyMap<string, number>>> {
  const rows: readonly KillsRow[] = await db.query(SQL(db), [JSON.stringify(snapshots)])
  return killsBySnapshot(rows)
}
