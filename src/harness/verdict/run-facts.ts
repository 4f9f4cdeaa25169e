import { engineName } from '../vocabulary/engine.ts'
import type { RunRecord } from './run-record.ts'
import { shardName } from './shard-name.ts'

/** What stands in every report: what a run was made with, and how to make it again. Names and values, in order. */
export function runFacts(run: RunRecord): readonly (readonly [string, string])[] {
  const { environment: made, selection } = run
  return [
    ...subjectOf(run),
    ...(run.rawDataBytes === null ? [] : [['raw_data bytes', String(run.rawDataBytes)] as const]),
    ['date', run.startedAt],
    ...(made.askedBy === null ? [] : [['asked by', made.askedBy] as const]),
    ['commit', made.commit ?? 'none'],
    ['whole plan', extentOf(selection)],
    ...(selection.shard === null
      ? []
      : [['shard', `${selection.shard.index} of ${selection.shard.of}`] as const]),
    ...made.engines.map(({ engine, version }) => ['engine', `${engineName(engine)} ${version}`] as const),
    ['stagegate', made.stagegate],
    ['node', made.node],
    ['platform', made.platform],
    ...Object.entries(made.libraries),
    ['command', made.command],
  ]
}

function extentOf({ complete, tags, shard }: RunRecord['selection']): string {
  const narrowed = complete ? [] : [`narrowed${tags === null ? '' : ` by ${tags}`}`]
  const less = [...(shard === null ? [] : [shardName(shard)]), ...narrowed]
  return less.length === 0 ? 'yes' : `no, ${less.join(', ')}`
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
