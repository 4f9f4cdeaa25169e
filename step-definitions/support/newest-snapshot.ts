import { observeNewest } from '../../src/harness/observation/observe-newest.ts'
import type { OpenTarget } from '../../src/harness/target/open-target.ts'

/** The moment that report and dashboard speak of, as it is stored. @throws RangeError for a database without snapshots. */
export async function newestSnapshot(target: OpenTarget): Promise<string> {
  const newest = await observeNewest(target, { table: 'wom_snapshots', column: 'timestamp' })
  if (newest === null) throw new RangeError('there is no snapshot, and so no moment to report on')
  return newest
}
