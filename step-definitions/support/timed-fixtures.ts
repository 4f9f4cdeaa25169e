import { settled } from '../../src/harness/measurement/settled.ts'
import { observeCensus } from '../../src/harness/observation/observe-census.ts'
import { observeTiming } from '../../src/harness/observation/observe-timing.ts'
import type { OpenTarget } from '../../src/harness/target/open-target.ts'
import { withProduct } from '../../src/harness/target/with-product.ts'
import type { MigrationStep } from '../../src/harness/vocabulary/migration-step.ts'
import type { Timing } from '../../src/harness/vocabulary/timing.ts'
import { clockOf } from './clock-of.ts'
import type { Laboratory } from './laboratory.ts'
import { ask, METHOD_NAMES } from './methods.ts'
import type { Product } from './product.ts'
import { questionsTo } from './timed-methods.ts'

/** A fixture at head, among several that the same is done to. */
export interface SizedFixture {
  readonly name: string
  /** Of all its tables. */
  readonly rows: number
  readonly target: OpenTarget
  /** The refactoring, as it ran when the state was made. */
  readonly steps: readonly MigrationStep[]
}

/** An operation of one database among several. */
interface Run {
  readonly name: string
  readonly rows: number
  readonly run: (method: string) => Promise<unknown>
}

export async function sizedFixtures(
  laboratory: Laboratory,
  profiles: readonly string[],
): Promise<readonly SizedFixture[]> {
  const fixtures: SizedFixture[] = []
  for (const name of profiles) {
    const { current, steps } = await laboratory.fixtureOf(name, 'head', 'DedupSnapshots')
    if (!current) throw new Error(`the fixture ${name} has no state at head`)
    const census = await observeCensus(current.target)
    const rows = Object.values(census).reduce((sum, count) => sum + count, 0)
    fixtures.push({ name, rows, target: current.target, steps })
  }
  return fixtures
}

/** Each method by id on several databases in turns. */
export async function timeAcross(
  fixtures: readonly SizedFixture[],
  product: Product,
  days: number,
): Promise<readonly Timing[]> {
  const runs: Run[] = []
  const openFrom = async (at: number): Promise<readonly Timing[]> => {
    const fixture = fixtures[at]
    if (!fixture) return timeRuns(runs, fixtures[0]?.target)
    const { name, rows, target } = fixture
    const { byId } = await questionsTo(target, product, days)
    return withProduct(target, async (connect) => {
      const analytics = product.analyticsById(await connect())
      runs.push({ name, rows, run: (method) => ask(method, analytics, byId) })
      return openFrom(at + 1)
    })
  }
  return openFrom(0)
}

/** What each migration took when the states were made: one sample each, stated and not judged. */
export function migrationTimes(fixtures: readonly SizedFixture[]): readonly Timing[] {
  const names = fixtures[0]?.steps.map(({ migration }) => migration) ?? []
  return names.map((migration) => ({
    subject: migration,
    clock: 'wall clock',
    operations: fixtures.flatMap(({ name, rows, steps }) => {
      const step = steps.find((each) => each.migration === migration)
      return step ? [{ name, rows, milliseconds: [step.milliseconds] }] : []
    }),
  }))
}

async function timeRuns(runs: readonly Run[], any: OpenTarget | undefined): Promise<readonly Timing[]> {
  if (!any) throw new RangeError('there is no fixture to take times on')
  const timings: Timing[] = []
  const clock = clockOf(any)
  for (const method of METHOD_NAMES) {
    const operations = runs.map(({ name, rows, run }) => ({ name, rows, run: () => run(method) }))
    timings.push(await observeTiming(method, operations, { settled, clock }))
  }
  return timings
}
