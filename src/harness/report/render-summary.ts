import type { RunSummary } from '../verdict/run-summary.ts'
import { SUMMARY_FORMAT } from './run-summary-schema.ts'

/** A summary as a file of the history of runs has it. */
export function renderSummary(summary: RunSummary): string {
  return `${JSON.stringify({ format: SUMMARY_FORMAT, ...summary })}\n`
}
