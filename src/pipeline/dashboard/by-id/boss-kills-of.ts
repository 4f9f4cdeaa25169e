import type { DataSource } from 'typeorm'
import { type KillsRow, killsBySnapshot } from '../kills-by-snapshot.ts'

/**
 * The snapshots come as one JSON list and are sought one by one, in the index alone, and then the rows by their own
 * ids: why in two steps, see `snapshotsSince`. CROSS JOIN keeps SQLite to this order.
 */
const SQL = `
  SELECT
    json_group_array(boss.wom_snapshot_id) AS snapshots, json_group_array(boss.boss_name) AS bosses,
    json_group_array(boss.kills) AS killses
  FROM json_each(?) AS given
  CROSS JOIN boss_snapshots AS own
  CROSS JOIN boss_snapshots AS boss
  WHERE own.wom_snapshot_id = given.value AND boss.id = own.id AND boss.kills > 0`

/** JSON lists in the same order. */
interface KillsLists {
  readonly snapshots: string
  readonly bosses: string
  readonly killses: string
}

/** Kills by boss of these snapshots, by the link of the boss rows. */
export async function bossKillsOf(
  db: DataSource,
  snapshots: readonly number[],
): Promise<ReadonlyMap<number, ReadonlyMap<string, number>>> {
  const [lists]: readonly KillsLists[] = await db.query(SQL, [JSON.stringify(snapshots)])
  return killsBySnapshot(lists === undefined ? [] : rowsOf(lists))
}

function* rowsOf(lists: KillsLists): Iterable<KillsRow> {
  const ids: readonly unknown[] = JSON.parse(lists.snapshots)
  const kills: readonly unknown[] = JSON.parse(lists.killses)
  const bosses: readonly string[] = JSON.parse(lists.bosses)
  for (const [at, boss] of bosses.entries()) yield { snapshot: ids[at], boss, kills: kills[at] }
}
