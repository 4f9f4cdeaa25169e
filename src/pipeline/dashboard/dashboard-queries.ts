import type { Moment } from '../../schema/values/moment.ts'
import type { SnapshotPoint } from './snapshot-point.ts'

/**
 * What the dashboard asks beside the analytics, of the same two families: by username and by id. `Key`, cutoffs and
 * what belongs to a member are those of `Analytics`.
 */
export interface DashboardQueries<Key> {
  /**
   * The snapshots of every member at or after the cutoff, the earliest first and of the same moment the one with the
   * smaller id; a member without one is not in the map.
   */
  snapshotsSince(cutoff: Moment | Date): Promise<ReadonlyMap<Key, readonly SnapshotPoint[]>>
  /**
   * How many messages every member wrote at or after the cutoff, by the hour in UTC, which is the moment that it
   * begins with. An hour without messages is not in the inner map, a member without any not in the outer one. The hour
   * that the cutoff lies in has the messages since the cutoff alone.
   */
  messagesByHourSince(cutoff: Moment | Date): Promise<ReadonlyMap<Key, ReadonlyMap<Moment, number>>>
  /**
   * Kills by boss of each of these snapshots (`wom_snapshots.id`). A boss that was never killed is not in the inner
   * map, a snapshot without any not in the outer one. Where a boss stands twice in a snapshot it is the larger number:
   * kills never become fewer.
   */
  bossKillsOf(snapshots: readonly number[]): Promise<ReadonlyMap<number, ReadonlyMap<string, number>>>
}
