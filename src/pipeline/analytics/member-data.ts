import type { Moment } from '../../schema/values/moment.ts'
import type { SnapshotFigures } from './snapshot-figures.ts'

/** What is stored about one member. Moments are UTC, to the microsecond. */
export interface MemberData {
  /** As the game writes it. */
  readonly username: string
  readonly role: string | null
  readonly joinedAt: Moment | null
  /** When the harvest last wrote the member. */
  readonly lastUpdated: Moment | null
  /** How many snapshots there are. */
  readonly snapshots: number
  /** The first snapshot's moment; null without snapshots. */
  readonly firstSeen: Moment | null
  readonly latestSnapshot: SnapshotFigures | null
  /** How many messages there are. */
  readonly messages: number
  /** The last message's moment; null without messages. */
  readonly lastMessageAt: Moment | null
}
