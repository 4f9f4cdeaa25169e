import type { Analytics } from '../../src/pipeline/analytics/analytics.ts'

/** What a method is asked. */
export interface Question<Key> {
  /** As a column holds it. */
  readonly cutoff: string
  /** Of whom one member's data is asked, one after the other. */
  readonly members: readonly Key[]
}

/** Answers by member. */
export type Answers<Key> = ReadonlyMap<Key, unknown>

type Method = <Key>(analytics: Analytics<Key>, question: Question<Key>) => Promise<Answers<Key>>

const METHODS: Readonly<Record<string, Method>> = {
  'latest snapshots': (analytics) => analytics.latestSnapshots(),
  'first snapshots since a cutoff': (analytics, { cutoff }) => analytics.firstSnapshotsSince(cutoff),
  'message counts since a date': (analytics, { cutoff }) => analytics.messageCountsSince(cutoff),
  'gains since a cutoff': async (analytics, { cutoff }) => {
    const before = await analytics.firstSnapshotsSince(cutoff)
    return analytics.gainsBetween(before, await analytics.latestSnapshots())
  },
  'one member': async <Key>(analytics: Analytics<Key>, { members }: Question<Key>) => {
    const answers = new Map<Key, unknown>()
    for (const key of members) {
      const data = await analytics.member(key)
      if (data !== null) answers.set(key, data)
    }
    return answers
  },
}

/** The names that the plan knows the methods by. */
export const METHOD_NAMES: readonly string[] = Object.keys(METHODS)

/**
 * Asks one family the method of a name.
 * @throws RangeError when the plan names a method that does not exist.
 */
export function ask<Key>(
  name: string | undefined,
  analytics: Analytics<Key>,
  question: Question<Key>,
): Promise<Answers<Key>> {
  const method = METHODS[name ?? '']
  if (!method) throw new RangeError(`there is no method "${name}"; there are: ${METHOD_NAMES.join(', ')}`)
  return method(analytics, question)
}
