import type { Measurement } from '../../../src/harness/measurement/measurement.ts'
import { type Expectation, unmetExpectations } from '../../../src/harness/measurement/unmet-expectations.ts'
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
  const listed = { expected: faulty.failures.length, found: result.failures.length }
  return unmetExpectations('everybody who was asked', [
    ...expectations,
    { of: 'failures listed', expected: String(listed.expected), found: String(listed.found) },
  ])
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
