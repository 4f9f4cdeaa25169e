import type { GateOnEngine } from '../run-record.ts'

/** So many scenarios on SQLite and none elsewhere, for tests. */
export function onSqlite(scenarios: number): readonly GateOnEngine[] {
  return [{ engine: 'sqlite', scenarios }]
}
