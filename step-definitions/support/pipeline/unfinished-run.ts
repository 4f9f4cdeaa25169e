import type { Measurement } from '../../../src/harness/measurement/measurement.ts'
import { type Expectation, unmetExpectations } from '../../../src/harness/measurement/unmet-expectations.ts'
import type { PipelineRun } from './pipeline-run.ts'

/** How every Excel file begins: it is a ZIP archive. */
const ZIP = 'PK'

/** Whether harvest, report, both files and the export are whole, in one state. */
export function unfinishedRun({
  state,
  failures,
  members,
  csv,
  workbook,
  export: text,
}: PipelineRun): Measurement {
  const expectations: readonly Expectation[] = [
    { of: 'failures of the harvest', expected: '0', found: String(failures.length) },
    { of: 'lines of the CSV file', expected: String(members + 1), found: String(linesOf(csv)) },
    { of: 'the workbook begins with', expected: ZIP, found: String.fromCharCode(...workbook.slice(0, 2)) },
    {
      of: 'members in the export',
      expected: String(members),
      found: String(JSON.parse(text).members.length),
    },
  ]
  return unmetExpectations(`the pipeline at ${state}`, expectations)
}

/** Each is ended by CR LF, which stands in no name: names have no control characters. */
function linesOf(csv: string): number {
  return csv.split('\r\n').length - 1
}
