import type { DataSource } from 'typeorm'
import type { Analytics } from './analytics.ts'
import { firstSnapshotsSince } from './by-username/first-snapshots-since.ts'
import { latestSnapshots } from './by-username/latest-snapshots.ts'
import { member } from './by-username/member.ts'
import { messageCountsSince } from './by-username/message-counts-since.ts'
import { gainsBetween } from './gains-between.ts'

/**
 * The analytics by username, as they were before there were links; they run on the schema before and after. Names are
 * normalised by the application (`normaliseUsername`), and what normalises alike is one member's. A member whose name
 * has neither letter nor digit has no key and is not in the maps.
 */
export function analyticsByUsername(db: DataSource): Analytics<string> {
  return {
    latestSnapshots: () => latestSnapshots(db),
    firstSnapshotsSince: (cutoff) => firstSnapshotsSince(db, cutoff),
    messageCountsSince: (cutoff) => messageCountsSince(db, cutoff),
    gainsBetween,
    member: (username) => member(db, username),
  }
}
