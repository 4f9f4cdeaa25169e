import type { DataSource } from 'typeorm'
import { bossKillsOf } from './by-id/boss-kills-of.ts'
import { messagesByHourSince } from './by-id/messages-by-hour-since.ts'
import { snapshotsSince } from './by-id/snapshots-since.ts'
import type { DashboardQueries } from './dashboard-queries.ts'

/**
 * The dashboard's queries by `clan_members.id`, on a database that has the links. What belongs to a member or to a
 * snapshot is what is linked to it; no username is read.
 */
export function dashboardById(db: DataSource): DashboardQueries<number> {
  return {
    snapshotsSince: (cutoff) => snapshotsSince(db, cutoff),
    messagesByHourSince: (cutoff) => messagesByHourSince(db, cutoff),
    bossKillsOf: (snapshots) => bossKillsOf(db, snapshots),
  }
}
