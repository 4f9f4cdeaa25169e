import { decide } from './decide.ts'
import type { RunDocument } from './decision.ts'
import type { RunRecord } from './run-record.ts'

/** The document of a run, as it is saved and printed: what was decided first, then what it was decided from. */
export function toRunDocument(run: RunRecord): RunDocument {
  return { format: 3, ...decide(run), run }
}
