import type { SnapshotFigures } from '../snapshot-figures.ts'

/** Of two snapshots of the same moment, the one with the larger id is the later one. */
export function isLater(one: SnapshotFigures, other: SnapshotFigures): boolean {
  return one.timestamp === other.timestamp ? one.id > other.id : one.timestamp > other.timestamp
}
