import type { DataSource } from 'typeorm'
import type { Analytics } from './analytics.ts'
import { firstSnapshotsSince } from './by-id/first-snapshots-since.ts'
import { latestSnapshots } from './by-id/latest-snapshots.ts'
import { member } from './by-id/member.ts'
import { messageCountsSince } from './by-id/message-counts-since.ts'
import { gainsBetween } from './gains-between.ts'

/**
 * The analytics by `clan_members.id`, on a database that has the links. What belongs to a member is what is linked to
 * the member; no name is read.
 */
export function analyticsById(db: DataSource): Analytics<number> {
  return {
    latestSnapshots: () => latestSnapshots(db),
    firstSnapshotsSince: (cutoff) => firstSnapshotsSince(db, cutoff),
    messageCountsSince: (cutoff) => messageCountsSince(db, cutoff),
    gainsBetween,
    member: (id) => member(db, id),
  }
}
