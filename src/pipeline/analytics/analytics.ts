import type { Moment } from '../../schema/values/moment.ts'
import type { Gains } from './gains.ts'
import type { MemberData } from './member-data.ts'
import type { SnapshotFigures } from './snapshot-figures.ts'

/**
 * What is asked about the clan's members. There are two families with the same answers: by username, where `Key` is the
 * normalised name and members whose names normalise alike are one; and by id, where `Key` is `clan_members.id`.
 *
 * A cutoff is a Date, a {@link Moment} or a text as a column holds it; text without a zone is UTC. Of two snapshots of
 * the same moment the one with the larger id is the later one. Nothing depends on the machine's time zone.
 */
export interface Analytics<Key> {
  /** The last snapshot of every member; a member without snapshots is not in the map. */
  latestSnapshots(): Promise<ReadonlyMap<Key, SnapshotFigures>>
  /** The first snapshot of every member at or after the cutoff; a member without one is not in the map. */
  firstSnapshotsSince(cutoff: Moment | Date): Promise<ReadonlyMap<Key, SnapshotFigures>>
  /** How many messages every member wrote at or after the cutoff: every member is in the map, with 0 for none. */
  messageCountsSince(cutoff: Moment | Date): Promise<ReadonlyMap<Key, number>>
  /** What came on top from one map to the other, for the members that are in both. Asks the database nothing. */
  gainsBetween(
    from: ReadonlyMap<Key, SnapshotFigures>,
    to: ReadonlyMap<Key, SnapshotFigures>,
  ): ReadonlyMap<Key, Gains>
  /** One member's data; null when there is no such member. */
  member(key: Key): Promise<MemberData | null>
}
