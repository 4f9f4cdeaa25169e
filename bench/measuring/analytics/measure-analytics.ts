import { basename } from 'node:path'
import type { DataSource } from 'typeorm'
import { fixtureState } from '../../../src/fixture/fixture-state.ts'
import { cachedState } from '../../../src/harness/target/cached-state.ts'
import { type AnalyticsMeasured, type MethodMeasured, WAYS } from '../../figures/analytics-measured.ts'
import { ratioRequirement } from '../../figures/ratio-requirement.ts'
import type { BenchContext } from '../bench-context.ts'
import { ANALYTICS_METHODS, type AnalyticsMethod, type Questions } from './analytics-methods.ts'
import { AUTHOR_INDEX, hasIndex } from './author-index.ts'
import { measureDependence } from './measure-dependence.ts'
import { readClan } from './read-clan.ts'
import { sameAnswers } from './same-answers.ts'
import { timeInTurns } from './time-in-turns.ts'
import { withSides } from './with-sides.ts'

const MOST_OVER_BY_HAND = 1.5
/** Of one method; the rounds that it is enough for, and 200 at the most. */
const BUDGET_MILLISECONDS = 20_000
/** Of so many members one is asked for: all would take by username longer than the budget. */
const MEMBERS_FOR_ONE = 15

/**
 * The analytics of a finished fixture at head: by username, by id and by hand-written SQL, in turns.
 * @throws UnequalAnswers before anything is timed.
 */
export async function measureAnalytics(
  context: BenchContext,
  leastRounds: number,
  onStart: (what: string) => void,
): Promise<AnalyticsMeasured> {
  const { workspace, options } = context
  onStart('building the state')
  const location = await cachedState(workspace, await fixtureState(options, 'head'))
  const template = options.source.dataSource
  onStart('comparing the answers')
  const clan = readClan(location)
  await sameAnswers(location, template, clan)
  const asked = clan.roll.comparable.filter((_member, place) => place % MEMBERS_FOR_ONE === 0)
  const questions: Questions = {
    byId: { cutoff: clan.cutoff, members: asked.map(({ id }) => id) },
    byUsername: { cutoff: clan.cutoff, members: asked.map(({ name }) => name) },
  }
  const methods: MethodMeasured[] = []
  for (const method of ANALYTICS_METHODS) {
    onStart(method.name)
    methods.push(await measureMethod(location, template, method, questions, leastRounds))
  }
  return {
    state: `${basename(location, '.db')}, as the fixture has it, without statistics; ${AUTHOR_INDEX} is ${hasIndex(location, AUTHOR_INDEX) ? '' : 'not '}there`,
    cutoff: clan.cutoff,
    members: clan.roll.members.length,
    comparable: clan.roll.comparable.length,
    membersAsked: asked.length,
    methods,
    dependsOn: await measureDependence({ context, location, questions, leastRounds, onStart }),
  }
}

function measureMethod(
  location: string,
  template: DataSource,
  { name, leastOverById, ask, byHand }: AnalyticsMethod,
  questions: Questions,
  leastRounds: number,
): Promise<MethodMeasured> {
  return withSides(location, template, async (sides) => {
    const timing = await timeInTurns(
      name,
      [
        { name: WAYS.byUsername, run: () => ask(sides.byUsername, questions.byUsername) },
        { name: WAYS.byId, run: () => ask(sides.byId, questions.byId) },
        { name: WAYS.byHand, run: byHand(sides.byHand, questions.byId) },
      ],
      { leastRounds, budgetMilliseconds: BUDGET_MILLISECONDS },
    )
    const overByHand = { of: WAYS.byId, over: WAYS.byHand, limit: { atMost: MOST_OVER_BY_HAND } }
    const overById = leastOverById === undefined ? [] : [{ atLeast: leastOverById }]
    return {
      timing,
      requirements: [
        ratioRequirement(timing, overByHand),
        ...overById.map((limit) => ratioRequirement(timing, { of: WAYS.byUsername, over: WAYS.byId, limit })),
      ],
    }
  })
}
