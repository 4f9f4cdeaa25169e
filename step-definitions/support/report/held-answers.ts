import type { Answer } from '../../../src/harness/observation/answer.ts'
import { observeAnswers } from '../../../src/harness/observation/observe-answers.ts'
import { parseQueries } from '../../../src/harness/observation/parse-queries.ts'
import type { OpenTarget } from '../../../src/harness/target/open-target.ts'
import type { Laboratory } from '../laboratory.ts'
import { daysBefore } from '../look-back.ts'
import { newestSnapshot } from '../newest-snapshot.ts'

const QUERIES = 'shown.sql'

/** Days of the charts, the last one included. */
const CHART = 30

/** What the database itself answers to the questions of report and dashboard, by the observer, as of the newest snapshot. */
export async function heldAnswers(target: OpenTarget, laboratory: Laboratory): Promise<readonly Answer[]> {
  const now = await newestSnapshot(target)
  const firstDay = daysBefore(now, CHART - 1).slice(0, 10)
  const cutoff = (days: number) => daysBefore(now, days)
  // Messages have no zone in their moments.
  const zoneless = (days: number) => cutoff(days).slice(0, -'+00:00'.length)
  const queries = parseQueries(await laboratory.queries(QUERIES), QUERIES)
  return observeAnswers(target, queries, {
    snapshots_7: cutoff(7),
    snapshots_30: cutoff(30),
    snapshots_90: cutoff(90),
    snapshots_365: cutoff(365),
    messages_7: zoneless(7),
    messages_30: zoneless(30),
    messages_90: zoneless(90),
    first_day: firstDay,
    baseline: daysBefore(firstDay, CHART),
  })
}
