import { lostRows } from '../../../src/harness/measurement/lost-rows.ts'
import type { Measurement } from '../../../src/harness/measurement/measurement.ts'
import { unexpectedAnswer } from '../../../src/harness/measurement/unexpected-answer.ts'
import { observeAnswers } from '../../../src/harness/observation/observe-answers.ts'
import { observeCensus } from '../../../src/harness/observation/observe-census.ts'
import { parseQueries } from '../../../src/harness/observation/parse-queries.ts'
import type { RehearsalWorld } from '../world.ts'
import type { HarvestedRows } from './expected-rows.ts'

const QUERIES = 'harvested.sql'

/** Which table gets the rows of which query of `harvested.sql`. */
const TABLES: Readonly<Record<string, string>> = {
  snapshots: 'wom_snapshots',
  bosses: 'boss_snapshots',
  messages: 'discord_messages',
}

/** Everything that was answered against everything that is there: each new row, and how many rows there are in all. */
export async function storedRows(world: RehearsalWorld): Promise<readonly Measurement[]> {
  const { facts, answered, expectedRows: expected } = world.harvests
  const text = await (await world.laboratory()).queries(QUERIES)
  const answers = await observeAnswers(world.target, parseQueries(text, QUERIES), {
    newest_snapshot: facts.newestSnapshot,
    newest_message: facts.newestMessage,
    newcomer: answered.players.find(({ joins }) => joins)?.username ?? '',
  })
  const census = expectedCensus(await world.origin.census(), expected)
  return [
    ...answers.map((answer) => unexpectedAnswer(expected[answer.name] ?? [], answer)),
    lostRows(census, await observeCensus(world.target)),
  ]
}

function expectedCensus(
  before: Readonly<Record<string, number>>,
  expected: HarvestedRows,
): Readonly<Record<string, number>> {
  const census: Record<string, number> = { ...before, clan_members: expected.members?.length ?? 0 }
  for (const [query, table] of Object.entries(TABLES)) {
    census[table] = (census[table] ?? 0) + (expected[query]?.length ?? 0)
  }
  return census
}
