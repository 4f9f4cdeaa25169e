import type { Measurement } from '../../../src/harness/measurement/measurement.ts'
import { unmetExpectations } from '../../../src/harness/measurement/unmet-expectations.ts'
import type { RehearsalWorld } from '../world.ts'

/** What the harvest says it has stored, against what was answered. Of a first harvest: a second one stores nothing. */
export function unsaidCounts({ harvests }: RehearsalWorld): Measurement {
  const { answered, expectedRows: expected, result } = harvests
  const joining = answered.players.filter(({ joins }) => joins).map(({ username }) => username)
  const said: readonly [of: string, expected: unknown, found: unknown][] = [
    ['members listed', answered.players.length, result.members.listed],
    ['members added', joining, result.members.added],
    ['snapshots stored', expected.snapshots?.length, result.snapshots.stored],
    ['boss rows stored', expected.bosses?.length, result.bosses.stored],
    ['messages stored', expected.messages?.length, result.messages.stored],
  ]
  return unmetExpectations(
    'what the harvest says',
    said.map(([of, wanted, found]) => ({
      of,
      expected: JSON.stringify(wanted),
      found: JSON.stringify(found),
    })),
  )
}
