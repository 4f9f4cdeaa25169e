import { isDeepStrictEqual } from 'node:util'
import type { RunRecord } from './run-record.ts'

/**
 * The first later run that was asked the same as a whole and that has every scenario of the run: a shard given twice, an
 * engine that was away and came back. Undefined where there is none.
 */
export function repeatedBy(run: RunRecord, runs: readonly RunRecord[]): RunRecord | undefined {
  return runs.find(
    (later) => later.startedAt > run.startedAt && asksTheSame(run, later) && hasAll(run, later),
  )
}

/** Which paths narrowed a run only its command tells. */
function asksTheSame(run: RunRecord, later: RunRecord): boolean {
  const { selection, engines, environment } = run
  if (!isDeepStrictEqual([selection, engines], [later.selection, later.engines])) return false
  return selection.complete || environment.command === later.environment.command
}

function hasAll(run: RunRecord, later: RunRecord): boolean {
  const places = new Set([...later.scenarios, ...later.notApplicable].map(placeOf))
  return run.scenarios.every((scenario) => places.has(placeOf(scenario)))
}

function placeOf({ uri, line, engine }: RunRecord['scenarios'][number] | RunRecord['notApplicable'][number]) {
  return `${uri}:${line}:${engine}`
}
