import { settled } from '../../../src/harness/measurement/settled.ts'
import { observeTiming } from '../../../src/harness/observation/observe-timing.ts'
import type { OpenTarget } from '../../../src/harness/target/open-target.ts'
import { withProduct } from '../../../src/harness/target/with-product.ts'
import type { Timing } from '../../../src/harness/vocabulary/timing.ts'
import type { Product } from '../product.ts'
import { newestSnapshot } from './shown.ts'

/** Its limit is a catastrophic bound, and a report that breaks it takes seconds each time. */
const ROUNDS = 3

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
    return observeTiming('the activity report', [{ name: 'by id', run }], { settled, leastRounds: ROUNDS })
  })
}
