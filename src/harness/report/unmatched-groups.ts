import type { RunRecord, ScenarioRecord } from '../verdict/run-record.ts'
import type { UnmatchedRows } from '../vocabulary/unmatched.ts'

/** The rows of a link, with the scenario that explained them. */
export interface UnmatchedGroup {
  readonly scenario: ScenarioRecord
  readonly unmatched: UnmatchedRows
}

/** What a run explained of rows without a link, in its order. What several scenarios say alike of an engine is said once. */
export function unmatchedGroups({ scenarios }: RunRecord): readonly UnmatchedGroup[] {
  const groups = new Map<string, UnmatchedGroup>()
  for (const scenario of scenarios) {
    for (const unmatched of scenario.unmatched) {
      const said = `${scenario.engine} ${JSON.stringify(unmatched)}`
      if (!groups.has(said)) groups.set(said, { scenario, unmatched })
    }
  }
  return [...groups.values()]
}
