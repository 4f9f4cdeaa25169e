import { settled } from '../../src/harness/measurement/settled.ts'
import { observeTiming } from '../../src/harness/observation/observe-timing.ts'
import type { OpenTarget } from '../../src/harness/target/open-target.ts'
import { withProduct } from '../../src/harness/target/with-product.ts'
import type { Timing } from '../../src/harness/vocabulary/timing.ts'
import { ask, METHOD_NAMES } from './methods.ts'
import { newestSnapshot } from './newest-snapshot.ts'
import type { Product } from './product.ts'
import { questionsTo } from './timed-methods.ts'

/** Its limit is a catastrophic bound, and a report that breaks it takes seconds each time. */
const REPORT_ROUNDS = 3

/** The data of the activity report as of the newest snapshot, by id. */
export async function timeReport(target: OpenTarget, product: Product): Promise<Timing> {
  const now = await newestSnapshot(target)
  return withProduct(target, async (connect) => {
    const analytics = product.analyticsById(await connect())
    const operation = { name: 'by id', run: () => product.activityData(analytics, now) }
    return observeTiming('the data of the activity report', [operation], {
      settled,
      leastRounds: REPORT_ROUNDS,
    })
  })
}

/** The activity report as of the newest snapshot, from the database to the files that people open, by id. */
export async function timeWholeReport(target: OpenTarget, product: Product): Promise<Timing> {
  const now = await newestSnapshot(target)
  return withProduct(target, async (connect) => {
    const db = await connect()
    const run = async () => {
      const data = await product.activityData(product.analyticsById(db), now)
      const rows = product.activityRows(await product.membersById(db), data)
      product.activityCsv(rows)
      await product.activityWorkbook(rows)
    }
    const operation = { name: 'by id', run }
    return observeTiming('the activity report', [operation], { settled, leastRounds: REPORT_ROUNDS })
  })
}

/** Asks everything once: all methods by id, and the data of the activity report. */
export async function askEverything(target: OpenTarget, product: Product, days: number): Promise<void> {
  const now = await newestSnapshot(target)
  const { byId } = await questionsTo(target, product, days)
  await withProduct(target, async (connect) => {
    const analytics = product.analyticsById(await connect())
    for (const method of METHOD_NAMES) await ask(method, analytics, byId)
    await product.activityData(analytics, now)
  })
}
