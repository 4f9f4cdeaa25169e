import type { DataSource } from 'typeorm'
import { inDialects } from '../../engine/in-dialects.ts'
import { type KillsRow, killsBySnapshot } from '../kills-by-snapshot.ts'

/** The snapshots come as one JSON list and are sought one by one. */
const SQL = inDialects(
  ({ given, list, withRange }) => `
  SELECT
    ${list('boss.wom_snapshot_id')} AS snapshots, ${list('boss.boss_name')} AS bosses,
    ${list('boss.kills')} AS killses
  FROM ${withRange(given('given'), 'boss_snapshots', 'boss', 'own.wom_snapshot_id = given.value', 'boss.kills > 0')}`,
)

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
  const [lists]: readonly KillsLists[] = await db.query(SQL(db), [JSON.stringify(snapshots)])
  return killsBySnapshot(lists === undefined ? [] : rowsOf(lists))
}

function* rowsOf(lists: KillsLists): Iterable<KillsRow> {
  const ids: readonly unknown[] = JSON.parse(lists.snapshots)
  const kills: readonly unknown[] = JSON.parse(lists.killses)
  const bosses: readonly string[] = JSON.parse(lists.bosses)
  for (const [at, boss] of bosses.entries()) yield { snapshot: ids[at], boss, kills: kills[at] }
}
