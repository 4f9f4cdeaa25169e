import { readNumber } from '../analytics/read-number.ts'

/** A row of `boss_snapshots` with kills. */
export interface KillsRow {
  readonly snapshot: unknown
  readonly boss: string
  readonly kills: unknown
}

/**
 * Kills by boss of each snapshot; of two numbers for one boss the larger.
 * @throws SchemaError for what is no exact number.
 */
export function killsBySnapshot(rows: Iterable<KillsRow>): ReadonlyMap<number, ReadonlyMap<string, number>> {
  const snapshots = new Map<number, Map<string, number>>()
  for (const row of rows) {
    const id = readNumber(row.snapshot)
    const kills = readNumber(row.kills)
    const bosses = snapshots.get(id) ?? new Map<string, number>()
    snapshots.set(id, bosses)
    bosses.set(row.boss, Math.max(kills, bosses.get(row.boss) ?? kills))
  }
  return snapshots
}
