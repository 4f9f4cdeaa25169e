import type { RunRecord } from '../harness/verdict/run-record.ts'
import { engineName } from '../harness/vocabulary/engine.ts'

/** What stands in every report: what a run was made with, and how to make it again. Names and values, in order. */
export function runFacts(run: RunRecord): readonly (readonly [string, string])[] {
  const { environment: made, selection } = run
  return [
    ['profile', run.profile],
    ...(run.rawDataBytes === null ? [] : [['raw_data bytes', String(run.rawDataBytes)] as const]),
    ['date', run.startedAt],
    ['commit', made.commit ?? 'none'],
    [
      'whole plan',
      selection.complete ? 'yes' : `no, narrowed${selection.tags === null ? '' : ` by ${selection.tags}`}`,
    ],
    ...made.engines.map(({ engine, version }) => ['engine', `${engineName(engine)} ${version}`] as const),
    ['stagegate', made.stagegate],
    ['node', made.node],
    ['platform', made.platform],
    ...Object.entries(made.libraries),
    ['command', made.command],
  ]
}
