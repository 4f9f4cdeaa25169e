import Database from 'better-sqlite3'
import type { DataSource } from 'typeorm'
import { open } from '../../../src/harness/target/open.ts'
import { type Stated, WAYS } from '../../figures/analytics-measured.ts'
import { gainsAloneByHand } from '../../floor/analytics/gains-alone-by-hand.ts'
import type { BenchContext } from '../bench-context.ts'
import {
  ANALYTICS_METHODS,
  type AnalyticsMethod,
  GAINS,
  inSnapshots,
  MESSAGE_COUNTS,
  type Questions,
} from './analytics-methods.ts'
import { AUTHOR_INDEX, WITH_AUTHOR_INDEX, WITHOUT_AUTHOR_INDEX } from './author-index.ts'
import { timeInTurns } from './time-in-turns.ts'
import { withSides } from './with-sides.ts'

export interface Dependence {
  readonly context: BenchContext
  /** The state of the main table. */
  readonly location: string
  readonly questions: Questions
  readonly leastRounds: number
  readonly onStart: (what: string) => void
}

const BUDGET_MILLISECONDS = 15_000

/** What the ratios depend on: the same questions to copies that differ in one thing. Told, not required. */
export async function measureDependence(dependence: Dependence): Promise<readonly Stated[]> {
  const { onStart } = dependence
  onStart(`with ${AUTHOR_INDEX}`)
  const withIndex = await onChanged(dependence, WITH_AUTHOR_INDEX, (location) =>
    twins(dependence, location, `${AUTHOR_INDEX} is there`, MESSAGE_COUNTS),
  )
  onStart(`without ${AUTHOR_INDEX}`)
  const withoutIndex = await onChanged(dependence, WITHOUT_AUTHOR_INDEX, (location) =>
    twins(dependence, location, `${AUTHOR_INDEX} is not there`, MESSAGE_COUNTS),
  )
  onStart('ANALYZE')
  const analysed = await onChanged(dependence, 'ANALYZE', async (location) => {
    const stated: Stated[] = []
    for (const method of ANALYTICS_METHODS)
      stated.push(await twins(dependence, location, 'as the fixture has it, after ANALYZE', method))
    return stated
  })
  onStart('gains alone')
  return [withIndex, withoutIndex, ...analysed, await gainsAlone(dependence)]
}

/** On a copy of its own. */
async function onChanged<T>(
  { context, location }: Dependence,
  sql: string,
  work: (location: string) => Promise<T>,
): Promise<T> {
  const { workspace, options } = context
  await using copy = await open({
    workspace,
    dataSource: options.source.dataSource,
    source: location,
    label: 'bench-analytics',
  })
  const database = new Database(copy.location)
  try {
    database.exec(sql)
  } finally {
    database.close()
  }
  // Awaited here, or the copy would be gone before the work is done.
  return await work(copy.location)
}

function twins(
  { context, questions, leastRounds }: Dependence,
  location: string,
  where: string,
  { name, ask }: AnalyticsMethod,
): Promise<Stated> {
  return withSides(location, templateOf(context), async (sides) => {
    const timing = await timeInTurns(
      name,
      [
        { name: WAYS.byUsername, run: () => ask(sides.byUsername, questions.byUsername) },
        { name: WAYS.byId, run: () => ask(sides.byId, questions.byId) },
      ],
      { leastRounds, budgetMilliseconds: BUDGET_MILLISECONDS },
    )
    return { where, of: WAYS.byUsername, over: WAYS.byId, timing }
  })
}

/** What the two maps cost somebody who wants nothing but the gains. */
function gainsAlone({ context, location, questions, leastRounds }: Dependence): Promise<Stated> {
  const over = 'one hand-written statement'
  return withSides(location, templateOf(context), async (sides) => {
    const timing = await timeInTurns(
      GAINS.name,
      [
        { name: WAYS.byId, run: () => GAINS.ask(sides.byId, questions.byId) },
        { name: over, run: gainsAloneByHand(sides.byHand, inSnapshots(questions.byId.cutoff)) },
      ],
      { leastRounds, budgetMilliseconds: BUDGET_MILLISECONDS },
    )
    return { where: 'the gains alone, without the maps', of: WAYS.byId, over, timing }
  })
}

function templateOf({ options }: BenchContext): DataSource {
  return options.source.dataSource
}
