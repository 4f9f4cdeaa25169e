import type { PlannedGate } from '../run-record.ts'
import { onSqlite } from './on-sqlite.ts'

/** DAT301 with one scenario on SQLite, for tests, with whatever a test changes in it. */
export function sampleGate(changes: Partial<PlannedGate> = {}): PlannedGate {
  return {
    code: 'DAT301',
    title: 'every row that has a parent is linked to it',
    description: 'A row without its link is lost to every query by id.',
    uri: 'features/data/links.feature',
    line: 8,
    advisory: false,
    engines: onSqlite(1),
    ...changes,
  }
}
