import type { Measurement } from '../../../src/harness/measurement/measurement.ts'
import { type Expectation, unmetExpectations } from '../../../src/harness/measurement/unmet-expectations.ts'
import { observeValues } from '../../../src/harness/observation/observe-values.ts'
import type { HarvestFailure } from '../../../src/pipeline/harvest/harvest-result.ts'
import type { RehearsalWorld } from '../world.ts'
import type { ExpectedFailure } from './faulty-answers.ts'

const ANSWERED = 'answered'

/** Everybody who was asked, against what the harvest lists as failed: no more and no less, and of which kind. */
export function unlistedFailures({ harvests }: RehearsalWorld): Measurement {
  const { answered, faulty, result } = harvests
  const expected = new Map(faulty.failures.map((failure) => [nameOf(failure), failure.kind]))
  const found = new Map(result.failures.map((failure) => [nameOf(failure), failure]))
  const asked = [
    'clan members',
    ...answered.players.map(({ username }) => `player ${username}`),
    ...answered.channels.map(({ id }) => `channel ${id}`),
  ]
  const names = [...new Set([...asked, ...expected.keys(), ...found.keys()])]
  const expectations = names.map(
    (of): Expectation => ({
      of,
      expected: expected.get(of) ?? ANSWERED,
      found: said(found.get(of), expected.get(of)),
    }),
  )
  return unmetExpectations('everybody who was asked', expectations)
}

/** With the reason, where it is not what was expected. */
function said(failure: HarvestFailure | undefined, expected: string | undefined): string {
  if (failure === undefined) return ANSWERED
  return failure.kind === expected ? failure.kind : `${failure.kind} (${failure.reason})`
}

/** An entry that names nobody is known by its place only. */
function nameOf({ source, of }: ExpectedFailure | HarvestFailure): string {
  return source === 'clan' && of !== 'members' ? 'clan an entry' : `${source} ${of}`
}

/** Whether those who left are gone or there as they ought to be, and what the harvest says of them. */
export async function unsaidLeavers(
  { harvests, target }: RehearsalWorld,
  fate: string,
): Promise<Measurement> {
  const { leavers } = harvests.answered
  // Whoever's entry names nobody is not in the list either.
  const missing = [...leavers, ...harvests.faulty.failed.entries]
  const rows = await observeValues(target, { table: 'clan_members', columns: ['username'] })
  const members = new Set(rows.map(([username]) => username))
  const { decision, names } = harvests.result.leavers
  const removed = fate === 'removed'
  return unmetExpectations('members who left', [
    {
      of: 'what the harvest says',
      expected: removed ? (leavers.length === 0 ? 'none' : 'removed') : 'kept, with the reason',
      found: decision === 'too many' || decision === 'unknown' ? 'kept, with the reason' : decision,
    },
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
