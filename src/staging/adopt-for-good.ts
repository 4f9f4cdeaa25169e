import { readHistory } from '../harness/migration/read-history.ts'
import { inPlace } from '../harness/target/in-place.ts'
import { loadDataSource } from '../harness/target/load-data-source.ts'
import { checkSource } from '../harness/target/source/check-source.ts'
import type { OnCopied, Source } from '../harness/target/source.ts'
import { StagegateError } from '../harness/vocabulary/stagegate-error.ts'
import { adopt } from './adopt.ts'
import { type AdoptionPlan, type AdoptionRequest, planAdoption } from './plan-adoption.ts'
import { standingOf } from './standing-of.ts'

/** What is done around the recording. Given from outside: backups are another layer's. */
export interface AdoptionMeans {
  /**
   * @returns what could not be asked, one sentence each
   * @throws StagegateError while somebody has the database open
   */
  refuseInUse(source: Source): Promise<readonly string[]>
  /** Takes a verified backup. */
  backUp(
    source: Source,
    signal: AbortSignal,
  ): Promise<{ readonly file: string; readonly unchecked: readonly string[] }>
}

/** What was done to a database. */
export interface Adoption extends AdoptionPlan {
  /** The file of the backup; null where nothing was done. */
  readonly backup: string | null
  /** What could not be looked at, one sentence each. */
  readonly unchecked: readonly string[]
}

/**
 * Records the past of a database for good: after it has been done to a copy, and a backup has been taken; in one
 * transaction, and read back. Nothing is written, and there is no backup, where nobody can tell where it stands, something
 * speaks against it, or its past is recorded already.
 * @throws StagegateError while somebody has it open, and for what cannot be read, backed up or written
 */
export async function adoptForGood(
  request: AdoptionRequest,
  means: AdoptionMeans,
  onProgress: OnCopied,
  signal: AbortSignal,
): Promise<Adoption> {
  const plan = await planAdoption(request, onProgress, signal)
  if (plan.migrations.length === 0 || plan.obstacles.length > 0 || plan.unfound.length > 0) {
    return { ...plan, backup: null, unchecked: [] }
  }
  const source = await checkSource(request.database)
  const unasked = await means.refuseInUse(source)
  signal.throwIfAborted()
  const { file, unchecked } = await means.backUp(source, signal)
  signal.throwIfAborted()
  await means.refuseInUse(source)
  await record(source, plan, request)
  return { ...plan, backup: file, unchecked: [...unasked, ...unchecked] }
}

async function record(
  source: Source,
  { source: seen }: AdoptionPlan,
  { dataSource }: AdoptionRequest,
): Promise<void> {
  const { dataSource: template } = await loadDataSource(dataSource)
  const history = await readHistory(template)
  await using target = inPlace(source, template)
  const standing = await standingOf(target, history)
  // Between the copy and now there was time for somebody to migrate it.
  if (standing.at !== seen.at || standing.knownBy !== seen.knownBy || !sameFindings(standing, seen)) {
    throw new StagegateError({
      what: 'The database has changed since it was looked at.',
      where: source.location,
      cause: 'Somebody is working on it.',
      next: 'Stop whatever works with it, then adopt it again. Nothing has been recorded.',
    })
  }
  await adopt(target, standing, history).catch((error: unknown) => {
    throw error instanceof StagegateError ? error : notRecorded(source, error)
  })
}

function sameFindings(one: Pick<AdoptionPlan['source'], 'findings'>, other: typeof one): boolean {
  return JSON.stringify(one.findings) === JSON.stringify(other.findings)
}

function notRecorded({ location }: Source, error: unknown): StagegateError {
  return new StagegateError(
    {
      what: `The past could not be recorded: ${error instanceof Error ? error.message : String(error)}.`,
      where: location,
      cause: 'Nobody may write to the database, the disk is full, or somebody has locked it.',
      next: 'Put that right, then adopt it again. The database is as it was: all is recorded, or nothing.',
    },
    { cause: error },
  )
}
