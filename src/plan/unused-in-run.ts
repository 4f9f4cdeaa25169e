import type { ConfiguredEnvironment } from '../harness/gate/configuration.ts'
import { unusedEntries } from '../harness/gate/unused-entries.ts'
import type { RunRecord } from '../harness/verdict/run-record.ts'

/** Entries of the configuration that nothing was judged by, a sentence each. Of a part of the plan only its gates are looked at. */
export function unusedInRun(
  configured: ConfiguredEnvironment | null,
  { selection, scenarios }: Pick<RunRecord, 'selection' | 'scenarios'>,
): readonly string[] {
  if (configured === null) return []
  return unusedEntries(configured, scenarios, selection.complete && selection.shard === null)
}
