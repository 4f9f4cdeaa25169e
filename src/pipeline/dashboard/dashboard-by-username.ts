import type { DataSource } from 'typeorm'
import { bossKillsOf } from './by-username/boss-kills-of.ts'
import { messagesByHourSince } from './by-username/messages-by-hour-since.ts'
import { snapshotsSince } from './by-username/snapshots-since.ts'
import type { DashboardQueries } from './dashboard-queries.ts'

/**
 * The dashboard's queries by username, as they would have been before there were links; they run on the schema before
 * and after. Names are normalised by the application, and what normalises alike is one member's.
 */
export function dashboardByUsername(db: DataSource): DashboardQueries<string> {
  return {
    snapshotsSince: (cutoff) => snapshotsSince(db, cutoff),
    messagesByHourSince: (cutoff) => messagesByHourSince(db, cutoff),
    bossKillsOf: (snapshots) => bossKillsOf(db, snapshots),
  }
}
