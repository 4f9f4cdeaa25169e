import type { RunEnvironment, RunRecord } from '../harness/verdict/run-record.ts'
import { readPlan } from './read-plan.ts'
import type { Selection } from './read-selection.ts'
import type { RunOptions } from './run-options.ts'

type WhatIsAsked = Pick<
  RunOptions,
  'engine' | 'profile' | 'source' | 'configured' | 'anonymous' | 'profiles' | 'rawDataBytes' | 'strict'
>

/** What is known of a run before anything has run: what was asked, and the gates of the plan. */
export function emptyRecord(
  { documents, paths, tags, complete, shard }: Selection,
  { engine, profile, source, configured, anonymous, profiles, rawDataBytes, strict }: WhatIsAsked,
  environment: RunEnvironment,
): Omit<RunRecord, 'startedAt' | 'finishedAt'> {
  return {
    engines: [engine],
    profile,
    source,
    configured: configured?.name ?? null,
    anonymous,
    rawDataBytes,
    environment,
    selection: { tags, complete, shard },
    strict,
    ...readPlan(documents, { profile, engine, paths, profiles }),
    scenarios: [],
    superseded: [],
    errors: [],
  }
}
