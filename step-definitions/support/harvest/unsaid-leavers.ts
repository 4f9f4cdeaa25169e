import type { Measurement } from '../../../src/harness/measurement/measurement.ts'
import { unmetExpectations } from '../../../src/harness/measurement/unmet-expectations.ts'
import { observeValues } from '../../../src/harness/observation/observe-values.ts'
import type { RehearsalWorld } from '../world.ts'

/** Whether those who left are gone or there as they ought to be, and what the harvest says of them. */
export async function unsaidLeavers(
  { harvests, target }: RehearsalWorld,
  fate: string,
  says: string,
): Promise<Measurement> {
  const { leavers, players } = harvests.answered
  // Whoever's entry names nobody is not in the list either.
  const { entries } = harvests.faulty.failed
  const unread = players.filter(({ username, joins }) => !joins && entries.has(username))
  const missing = [...leavers, ...unread.map(({ username }) => username)]
  const rows = await observeValues(target, { table: 'clan_members', columns: ['username'] })
  const members = new Set(rows.map(([username]) => username))
  const { decision, names } = harvests.result.leavers
  const removed = fate === 'removed'
  return unmetExpectations('members who left', [
    { of: 'what the harvest says', expected: says, found: decision },
    { of: 'whom it names', expected: list(missing), found: list(names) },
    ...missing.map((name) => ({
      of: name,
      expected: removed ? 'gone' : 'there',
      found: members.has(name) ? 'there' : 'gone',
    })),
  ])
}

function list(names: readonly string[]): string {
  return JSON.stringify([...names].sort())
}
