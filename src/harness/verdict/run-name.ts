import { engineName } from '../vocabulary/engine.ts'
import type { RunRecord } from './run-record.ts'
import { shardName } from './shard-name.ts'

/** Which of several runs is meant: `SQLite`, `SQLite and PostgreSQL, shard 2 of 3`. */
export function runName({ engines, selection: { shard } }: RunRecord): string {
  const names = engines.map(engineName).join(' and ')
  return shard === null ? names : `${names}, ${shardName(shard)}`
}
