import Database from 'better-sqlite3'
import type { DataSource } from 'typeorm'
import { inspect } from '../../../src/harness/target/inspect.ts'
import { withProduct } from '../../../src/harness/target/with-product.ts'
import type { Analytics } from '../../../src/pipeline/analytics/analytics.ts'
import { analyticsById } from '../../../src/pipeline/analytics/analytics-by-id.ts'
import { analyticsByUsername } from '../../../src/pipeline/analytics/analytics-by-username.ts'

/** The three ways of asking one database, each on a read-only connection with a page cache of its own. */
export interface Sides {
  readonly byUsername: Analytics<string>
  readonly byId: Analytics<number>
  readonly byHand: Database.Database
}

/** Opens the three, and closes them whatever happens. */
export function withSides<T>(
  location: string,
  template: DataSource,
  work: (sides: Sides) => T | Promise<T>,
): Promise<T> {
  return withProduct(inspect(location, template), async (connect) => {
    const byUsername = analyticsByUsername(await connect())
    const byId = analyticsById(await connect())
    // The same driver as the product's: one library has the file open.
    const byHand = new Database(location, { readonly: true })
    try {
      return await work({ byUsername, byId, byHand })
    } finally {
      byHand.close()
    }
  })
}
