import { StagegateError } from '../harness/vocabulary/stagegate-error.ts'
import { readRunDocument } from './read-run-document.ts'
import type { Rehearsed } from './rehearsed.ts'
import { rerunPaths } from './rerun-paths.ts'
import type { VerifyOptions } from './verify-options.ts'

/**
 * What of the plan a run is to run: what the user named, or what did not hold in the run that is run again.
 * @throws StagegateError when both are given, or the other run was about something else
 */
export async function askedPaths(
  paths: readonly string[],
  { rerun, shard }: VerifyOptions,
  { profile, database, engines }: Rehearsed,
  cwd: string,
): Promise<readonly string[]> {
  if (rerun === undefined) return paths
  if (paths.length > 0 || shard !== undefined) throw alsoNamed(paths.length > 0 ? 'feature files' : '--shard')
  const { run } = await readRunDocument(rerun, cwd)
  if (run.profile !== profile) throw aboutAnother(rerun, run.profile, database?.shown ?? profile)
  return rerunPaths(run, engines, rerun)
}

function alsoNamed(what: string): StagegateError {
  return new StagegateError({
    what: `What did not hold is run again, and ${what} are named besides.`.replace(
      '--shard are',
      '--shard is',
    ),
    where: '--rerun',
    cause: 'The one says which scenarios run, and so does the other.',
    next: 'Leave one of them out.',
  })
}

function aboutAnother(rerun: string, was: string | null, is: string | null): StagegateError {
  const asked = was === null ? '--database' : `--profile ${was}`
  return new StagegateError({
    what: `The run of ${rerun} was about ${was === null ? 'a real database' : `the fixture ${was}`}, and this one is about ${is}.`,
    where: '--rerun',
    cause: 'Nothing that was asked of the run is taken over but its scenarios.',
    next: `Name its options again: ${asked}`,
  })
}
