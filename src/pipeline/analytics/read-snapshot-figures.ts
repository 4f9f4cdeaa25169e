import { orNull } from './or-null.ts'
import { readMoment } from './read-moment.ts'
import { readNumber } from './read-number.ts'
import type { SnapshotFigures } from './snapshot-figures.ts'

/** A snapshot as the database gives it. */
export interface SnapshotRow {
  readonly id: unknown
  readonly timestamp: unknown
  readonly total_xp: unknown
  readonly total_boss_kills: unknown
  readonly ehp: unknown
  readonly ehb: unknown
}

/** @throws SchemaError for a moment or a figure that cannot be read exactly. */
export function readSnapshotFigures(row: SnapshotRow): SnapshotFigures {
  return {
    id: readNumber(row.id),
    timestamp: readMoment(row.timestamp),
    totalXp: orNull(readNumber, row.total_xp),
    totalBossKills: orNull(readNumber, row.total_boss_kills),
    ehp: orNull(readNumber, row.ehp),
    ehb: orNull(readNumber, row.ehb),
  }
}
