import { readNumber } from '../read-number.ts'
import { readSnapshotFigures, type SnapshotRow } from '../read-snapshot-figures.ts'
import type { SnapshotFigures } from '../snapshot-figures.ts'

interface MemberSnapshotRow extends SnapshotRow {
  /** The member's id. */
  readonly member: unknown
}

/** Snapshots, one a member, by the member's id. */
export function snapshotsById(rows: readonly MemberSnapshotRow[]): ReadonlyMap<number, SnapshotFigures> {
  const snapshots = new Map<number, SnapshotFigures>()
  for (const row of rows) snapshots.set(readNumber(row.member), readSnapshotFigures(row))
  return snapshots
}
