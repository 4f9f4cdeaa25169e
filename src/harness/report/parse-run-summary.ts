import { z } from 'zod'
import type { RunSummary } from '../verdict/run-summary.ts'
import { StagegateError } from '../vocabulary/stagegate-error.ts'
import { runSummarySchema } from './run-summary-schema.ts'

/**
 * Reads the summary of an earlier run. `where` names the file in errors.
 * @throws StagegateError when the text is no summary of this version's format
 */
export function parseRunSummary(text: string, where: string): RunSummary {
  const { data, error } = runSummarySchema.safeParse(parseJson(text, where))
  if (error === undefined) {
    const { format: _, ...summary } = data
    return summary
  }
  const [issue] = error.issues
  const place = issue === undefined ? '' : z.core.toDotPath(issue.path)
  throw unreadable(`${place || 'it'}: ${issue?.message ?? 'is of another shape'}`, where)
}

function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw unreadable('it is not JSON', where, error)
  }
}

function unreadable(why: string, where: string, cause?: unknown): StagegateError {
  return new StagegateError(
    {
      what: `The summary of an earlier run cannot be read: ${why}`,
      where,
      cause: 'the file was changed by hand, or written by another version',
      next: 'remove it, or name a run.json: stagegate verify --previous reports/run.json',
    },
    cause === undefined ? undefined : { cause },
  )
}
