import type { EngineVersion, RunRecord } from '../harness/verdict/run-record.ts'
import { describeEnvironment } from './describe-environment.ts'
import { emptyRecord } from './empty-record.ts'
import type { Selection } from './read-selection.ts'
import type { RunOptions } from './run-options.ts'

/** Why a plan did not run, and when that was found. */
export interface NotRun {
  readonly error: string
  /** The engine where it was there all the same; none otherwise. */
  readonly had?: readonly EngineVersion[]
  readonly cwd: string
  readonly startedAt: Date
  readonly finishedAt: Date
}

/** The record of a plan that could not run: all its gates, no evidence, and the error that says why. */
export async function recordWithoutRun(
  selection: Selection,
  options: Omit<RunOptions, 'reportsInto' | 'keep' | 'database'>,
  { error, had = [], cwd, startedAt, finishedAt }: NotRun,
): Promise<RunRecord> {
  return {
    ...emptyRecord(selection, options, await describeEnvironment(cwd, options, had)),
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    errors: [error],
  }
}
