import { decided } from '../../src/harness/measurement/decided.ts'
import { settled } from '../../src/harness/measurement/settled.ts'
import { observeTiming } from '../../src/harness/observation/observe-timing.ts'
import type { OpenTarget } from '../../src/harness/target/open-target.ts'
import { withProduct } from '../../src/harness/target/with-product.ts'
import type { Timing } from '../../src/harness/vocabulary/timing.ts'
import { observeClan } from './clan.ts'
import { clockOf } from './clock-of.ts'
import { cutoffOf } from './look-back.ts'
import { ask } from './methods.ts'
import type { Product } from './product.ts'

/** What the methods are asked when they are timed: the member in the middle stands for any. */
export async function questionsTo(target: OpenTarget, product: Product, days: number) {
  const { comparable } = await observeClan(target, product)
  const member = comparable[comparable.length >> 1]
  if (!member) throw new RangeError('there is no member whose answer could be timed')
  const cutoff = await cutoffOf(target, days)
  return { byId: { cutoff, members: [member.id] }, byUsername: { cutoff, members: [member.name] } }
}

/** Some methods by username take more than a second: enough for the rounds in which one outlier is forgiven. */
const TWINS_BUDGET = 12_000

/** A method, and how many times what it takes by id it has to take by username. */
export interface TimedTwin {
  readonly method: string
  readonly least: number
}

/**
 * Each method by id and by username in turns, each on a connection with a cache of its own, until their ratio is known
 * well enough, or is far from what is asked.
 */
export async function timeTwins(
  target: OpenTarget,
  product: Product,
  days: number,
  twins: readonly TimedTwin[],
): Promise<readonly Timing[]> {
  const { byId, byUsername } = await questionsTo(target, product, days)
  return withProduct(target, async (connect) => {
    const ids = product.analyticsById(await connect())
    const names = product.analyticsByUsername(await connect())
    const timings: Timing[] = []
    for (const { method, least } of twins) {
      const isKnown = (timing: Timing) => settled(timing) || decided(timing, least)
      timings.push(
        await observeTiming(
          method,
          [
            { name: 'by id', run: () => ask(method, ids, byId) },
            { name: 'by username', run: () => ask(method, names, byUsername) },
          ],
          { settled: isKnown, clock: clockOf(target), budgetMilliseconds: TWINS_BUDGET },
        ),
      )
    }
    return timings
  })
}

/** Each method by id, by itself. */
export async function timeById(
  target: OpenTarget,
  product: Product,
  days: number,
  methods: readonly (string | undefined)[],
): Promise<readonly Timing[]> {
  const { byId } = await questionsTo(target, product, days)
  return withProduct(target, async (connect) => {
    const analytics = product.analyticsById(await connect())
    const timings: Timing[] = []
    for (const method of methods) {
      const operation = { name: 'by id', run: () => ask(method, analytics, byId) }
      timings.push(await observeTiming(method ?? '', [operation], { settled }))
    }
    return timings
  })
}
