import { decide } from './decide.ts'
import type { RunDocument } from './decision.ts'
import type { RunRecord } from './run-record.ts'
import type { RunsBefore } from './runs-before.ts'

/**
 * The document of a run, as it is saved and printed: what was decided first, then what it was decided from.
 * @param since what changed since the runs before, where some are known. No verdict depends on it.
 */
export function toRunDocument(run: RunRecord, since: RunsBefore | null = null): RunDocument {
  return { format: 4, ...decide(run), since, run }
}
