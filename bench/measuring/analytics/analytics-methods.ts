import type { Database } from 'better-sqlite3'
import type { Analytics } from '../../../src/pipeline/analytics/analytics.ts'
import type { MemberData } from '../../../src/pipeline/analytics/member-data.ts'
import { type Moment, storedMoment } from '../../../src/schema/values/moment.ts'
import type { Answer } from '../../figures/find-unequal-answers.ts'
import { firstSnapshotsByHand } from '../../floor/analytics/first-snapshots-by-hand.ts'
import { gainsByHand } from '../../floor/analytics/gains-by-hand.ts'
import { latestSnapshotsByHand } from '../../floor/analytics/latest-snapshots-by-hand.ts'
import { memberByHand } from '../../floor/analytics/member-by-hand.ts'
import { messageCountsByHand } from '../../floor/analytics/message-counts-by-hand.ts'

/** What a method is asked. */
export interface Question<Key> {
  readonly cutoff: Moment
  /** Whose data are asked, one member after the other. */
  readonly members: readonly Key[]
}

/** The same question, with the keys of both families. */
export interface Questions {
  readonly byId: Question<number>
  readonly byUsername: Question<string>
}

/** A method of the analytics, and the same answer by hand-written SQL. */
export interface AnalyticsMethod {
  /** As the plan calls it. */
  readonly name: string
  /** How many times as long as by id it has to take by username; absent where that is stated only. */
  readonly leastOverById?: number
  readonly ask: <Key>(analytics: Analytics<Key>, question: Question<Key>) => Promise<Answer<Key>>
  /** Prepares the statements, and gives what runs them. */
  readonly byHand: (database: Database, question: Question<number>) => () => Answer<number>
}

export const MESSAGE_COUNTS: AnalyticsMethod = {
  name: 'message counts since a date',
  leastOverById: 100,
  ask: async (analytics, { cutoff }) => [await analytics.messageCountsSince(cutoff)],
  byHand: (database, { cutoff }) => {
    const counts = messageCountsByHand(database, inMessages(cutoff))
    return () => [counts()]
  },
}

/** Its answer is all three maps: whoever asks for gains has the maps as well, and may use them. */
export const GAINS: AnalyticsMethod = {
  name: 'gains since a cutoff',
  ask: async (analytics, { cutoff }) => {
    const from = await analytics.firstSnapshotsSince(cutoff)
    const to = await analytics.latestSnapshots()
    return [from, to, analytics.gainsBetween(from, to)]
  },
  byHand: (database, { cutoff }) => {
    const first = firstSnapshotsByHand(database, inSnapshots(cutoff))
    const latest = latestSnapshotsByHand(database)
    return () => {
      const [from, to] = [first(), latest()]
      return [from, to, gainsByHand(from, to)]
    }
  },
}

export const ANALYTICS_METHODS: readonly AnalyticsMethod[] = [
  {
    name: 'latest snapshots',
    leastOverById: 10,
    ask: async (analytics) => [await analytics.latestSnapshots()],
    byHand: (database) => {
      const latest = latestSnapshotsByHand(database)
      return () => [latest()]
    },
  },
  {
    name: 'first snapshots since a cutoff',
    leastOverById: 10,
    ask: async (analytics, { cutoff }) => [await analytics.firstSnapshotsSince(cutoff)],
    byHand: (database, { cutoff }) => {
      const first = firstSnapshotsByHand(database, inSnapshots(cutoff))
      return () => [first()]
    },
  },
  MESSAGE_COUNTS,
  GAINS,
  {
    name: 'one member',
    ask: async (analytics, { members }) => {
      const answers = new Map<(typeof members)[number], MemberData | null>()
      for (const key of members) answers.set(key, await analytics.member(key))
      return [answers]
    },
    byHand: (database, { members }) => {
      const member = memberByHand(database)
      return () => {
        const answers = new Map<number, MemberData | null>()
        for (const id of members) answers.set(id, member(id))
        return [answers]
      }
    },
  },
]

/** A moment as the column of snapshots writes it. */
export function inSnapshots(moment: Moment): string {
  return String(storedMoment('+00:00').to(moment))
}

function inMessages(moment: Moment): string {
  return String(storedMoment('').to(moment))
}
