import type { DataSource } from 'typeorm'
import { normaliseUsername } from '../../usernames.ts'
import { readSnapshotFigures, type SnapshotRow } from '../read-snapshot-figures.ts'
import type { SnapshotFigures } from '../snapshot-figures.ts'
import { membersByName } from './members-by-name.ts'

/** Snapshots of members only, by normalised name; of several of the same name the preferred one. */
export async function onePerMember(
  db: DataSource,
  rows: readonly (SnapshotRow & { readonly username: unknown })[],
  preferred: (one: SnapshotFigures, other: SnapshotFigures) => boolean,
): Promise<ReadonlyMap<string, SnapshotFigures>> {
  const members = await membersByName(db)
  const snapshots = new Map<string, SnapshotFigures>()
  for (const row of rows) {
    const name = normaliseUsername(row.username)
    if (!members.has(name)) continue
    const snapshot = readSnapshotFigures(row)
    const rival = snapshots.get(name)
    if (rival === undefined || preferred(snapshot, rival)) snapshots.set(name, snapshot)
  }
  return snapshots
}
