import { formatDuration } from '../../src/harness/vocabulary/format.ts'
import type { TimeByKind } from '../figures/time-by-kind.ts'
import { plainTable } from './plain-table.ts'

/** What a run spent its time on, as a table. @param what the run was of */
export function timeByKindTable(what: string, kinds: readonly TimeByKind[]): string {
  const rows = kinds.map(({ kind, milliseconds, steps }) => [
    kind,
    formatDuration(milliseconds),
    steps === 0 ? '' : String(steps),
  ])
  return plainTable([`${what}: step by kind`, 'Time', 'Steps'], rows)
}
