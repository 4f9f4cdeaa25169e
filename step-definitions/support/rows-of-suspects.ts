import type { Suspect } from '../../src/harness/measurement/changed-rows.ts'
import { changedValues } from '../../src/harness/measurement/changed-values.ts'
import { observeChunk } from '../../src/harness/observation/observe-chunk.ts'
import type { RowsRequests } from '../../src/harness/observation/observe-rows.ts'
import type { OpenTarget } from '../../src/harness/target/open-target.ts'
import type { Witness } from '../../src/harness/vocabulary/witness.ts'

/** More columns than this are not looked into: whoever changed them changed a table as a whole. */
const MOST_SUSPECTS = 5

/** Looks at the rows around the first difference of each column, in both databases: which row, what now, what before. */
export async function rowsOfSuspects(
  suspects: readonly Suspect[],
  requests: RowsRequests,
  before: OpenTarget,
  after: OpenTarget,
): Promise<(suspect: Suspect) => readonly Witness[]> {
  const seen = new Map<string, readonly Witness[]>()
  for (const suspect of suspects.slice(0, MOST_SUSPECTS)) {
    const { table, column, firstKey, lastKey } = suspect
    const key = requests[table]?.key ?? []
    if (firstKey.length === 0) continue
    const range = { table, key, columns: [column], firstKey, lastKey }
    seen.set(
      name(suspect),
      changedValues(table, column, await observeChunk(before, range), await observeChunk(after, range)),
    )
  }
  return (suspect) => seen.get(name(suspect)) ?? []
}

function name({ table, column }: Suspect): string {
  return `${table}.${column}`
}
