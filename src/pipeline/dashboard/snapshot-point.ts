import type { SnapshotFigures } from '../analytics/snapshot-figures.ts'

/** What a chart needs of a snapshot. */
export type SnapshotPoint = Pick<SnapshotFigures, 'id' | 'timestamp' | 'totalXp' | 'totalBossKills'>
