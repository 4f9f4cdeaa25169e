import type { RunRecord } from '../harness/verdict/run-record.ts'
import { engineName } from '../harness/vocabulary/engine.ts'

/** What stands in every report: what a run was made with, and how to make it again. Names and values, in order. */
export function runFacts(run: RunRecord): readonly (readonly [string, string])[] {
  const { environment: made, selection } = run
  return [
    ...subjectOf(run),
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

/** What was rehearsed: a profile of fixtures, or a real database. */
function subjectOf({ profile, source, configured }: RunRecord): readonly (readonly [string, string])[] {
  return [
    ...(profile === null ? [] : [['profile', profile] as const]),
    ...(source === null ? [] : [['database', source.location] as const]),
    ...(source === null ? [] : [['stands at', source.at ?? 'unknown'] as const]),
    ...(configured === null ? [] : [['tolerances', `stagegate.config.ts, ${configured}`] as const]),
  ]
}
