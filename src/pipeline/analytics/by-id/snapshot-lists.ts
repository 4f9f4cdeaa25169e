import type { Dialect } from '../../engine/dialect.ts'
import { readNumber } from '../read-number.ts'
import { readSnapshotFigures } from '../read-snapshot-figures.ts'
import type { SnapshotFigures } from '../snapshot-figures.ts'

/**
 * Members and their snapshots as one row: a JSON list for each column, all in the same order. The driver makes an
 * object of every row and a bigint of every integer, which for some hundred rows takes as long as the query does.
 */
export function snapshotLists({ list, moment }: Dialect): string {
  return `
  ${list('member.id')} AS members, ${list('snapshot.id')} AS ids,
  ${list(moment('snapshot.timestamp'))} AS timestamps, ${list('snapshot.total_xp')} AS total_xps,
  ${list('snapshot.total_boss_kills')} AS total_boss_killses,
  ${list('snapshot.ehp')} AS ehps, ${list('snapshot.ehb')} AS ehbs`
}

/** The row that {@link snapshotLists} asks for. */
export interface SnapshotLists {
  readonly members: string
  readonly ids: string
  readonly timestamps: string
  readonly total_xps: string
  readonly total_boss_killses: string
  readonly ehps: string
  readonly ehbs: string
}

/** Snapshots, one a member, by the member's id. */
export function snapshotsOfLists([lists]: readonly SnapshotLists[]): ReadonlyMap<number, SnapshotFigures> {
  const snapshots = new Map<number, SnapshotFigures>()
  if (lists === undefined) return snapshots
  const ids = listOf(lists.ids)
  const timestamps = listOf(lists.timestamps)
  const totalXps = listOf(lists.total_xps)
  const totalBossKills = listOf(lists.total_boss_killses)
  const ehps = listOf(lists.ehps)
  const ehbs = listOf(lists.ehbs)
  for (const [at, member] of listOf(lists.members).entries()) {
    const figures = readSnapshotFigures({
      id: ids[at],
      timestamp: timestamps[at],
      total_xp: totalXps[at],
      total_boss_kills: totalBossKills[at],
      ehp: ehps[at],
      ehb: ehbs[at],
    })
    snapshots.set(readNumber(member), figures)
  }
  return snapshots
}

function listOf(json: string): readonly unknown[] {
  return JSON.parse(json)
}
