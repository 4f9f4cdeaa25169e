import type { OpenTarget } from '../target/open-target.ts'
import { freeze } from './freeze.ts'

/**
 * The statements that TypeORM would run to make the database agree with the entities; empty when they agree. It
 * sees no tables, triggers or views that no entity speaks of: the catalog does. The one observation that does not
 * come by the observer's own connection, because the opinion asked for is TypeORM's.
 */
export async function observeDrift(target: OpenTarget): Promise<readonly string[]> {
  await using _lease = target.lease('observer')
  const dataSource = target.dataSource({ readonly: true })
  try {
    await dataSource.initialize()
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log()
    return freeze(upQueries.map(({ query }) => query))
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy()
  }
}
