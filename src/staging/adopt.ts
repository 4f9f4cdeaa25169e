import { recordDrift } from '../harness/measurement/record-faults.ts'
import type { Migration } from '../harness/migration/history.ts'
import { recordPast } from '../harness/migration/record-past.ts'
import { observeHistory } from '../harness/observation/observe-history.ts'
import type { OpenTarget } from '../harness/target/open-target.ts'
import type { Standing } from '../harness/vocabulary/source-record.ts'
import { StagegateError } from '../harness/vocabulary/stagegate-error.ts'

/**
 * Records the past of a database of ours in TypeORM's table: every migration up to the one that it stands at. Alembic's
 * record stays as it is. Where TypeORM's record is there already, nothing is done.
 * @returns the names of the migrations that were recorded
 * @throws StagegateError when nobody can tell where it stands
 */
export async function adopt(
  target: OpenTarget,
  standing: Standing,
  history: readonly Migration[],
): Promise<readonly string[]> {
  if (standing.at === null) throw noStanding(target.location, standing.doubt)
  if (standing.knownBy === 'migrations') return []
  const recorded = await recordPast(target, standing.at)
  const past = history.slice(0, history.findIndex(({ name }) => name === standing.at) + 1)
  // What TypeORM says it did is one thing; what stands in the database afterwards is another.
  const drift = recordDrift(await observeHistory(target), past)
  if (drift.value > 0) {
    const [first] = drift.witnesses
    throw new Error(`the past was recorded, and the record is wrong: ${first?.where} is ${first?.what}`)
  }
  return recorded
}

function noStanding(location: string, doubt: string | null): StagegateError {
  return new StagegateError({
    what: `Nobody can tell where this database stands: ${doubt ?? 'nothing says so'}.`,
    where: location,
    cause: 'Its record was changed by hand, or it belongs to another system.',
    next: 'Find out which migrations it really has behind it, and write down what is true in alembic_version.',
  })
}
