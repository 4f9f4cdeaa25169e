import type { RunRecord } from '../verdict/run-record.ts'

/** What a run rehearsed: `the production profile`, `a copy of clan_data_staging.db`. */
export function rehearsed({ profile, source }: RunRecord): string {
  return source === null ? `the ${profile ?? 'unknown'} profile` : `a copy of ${source.location}`
}
