import { differingRows } from '../../src/harness/measurement/differing-rows.ts'
import { faults } from '../../src/harness/measurement/faults.ts'
import type { Measurement } from '../../src/harness/measurement/measurement.ts'
import type { RowsRequests } from '../../src/harness/observation/observe-rows.ts'
import type { TableDifferences } from '../../src/harness/observation/table-differences.ts'

const CAUSE =
  'Somebody else writes to it: say so with --live, or name a copy at rest. Or a migration reaches beyond its connection.'

/** Rows of the real database that are not what they were when it was copied. */
export function sameRows(expected: RowsRequests, differences: readonly TableDifferences[]): Measurement {
  return { ...differingRows(expected, differences), subject: 'its rows', usualCause: CAUSE }
}

/** Tables of the real database that have lost all their rows, where others write to it: rows come, go and change then. */
export function goneRows(differences: readonly TableDifferences[]): Measurement {
  const emptied = differences.filter(({ rowsBefore, rowsNow }) => rowsBefore > 0 && rowsNow === 0)
  return faults({
    subject: 'its tables, while others write',
    population: differences.length,
    witnesses: emptied.map(({ table }) => ({ where: table, what: 'all its rows are gone' })),
    usualCause: CAUSE,
  })
}
