import { adoptionObstacles } from '../harness/measurement/adoption-obstacles.ts'
import { readHistory } from '../harness/migration/read-history.ts'
import { loadDataSource } from '../harness/target/load-data-source.ts'
import type { OnCopied } from '../harness/target/source.ts'
import type { SourceFinding, SourceRecord } from '../harness/vocabulary/source-record.ts'
import { takeDatabase } from './take-database.ts'

export interface AdoptionRequest {
  /** A file or a URL, as the user named it. */
  readonly database: string
  /** The file that exports the DataSource, an absolute path. */
  readonly dataSource: string
  /** Findings that a person has looked at and that are no obstacle, by their objects: `index idx_a`. */
  readonly accepted: readonly string[]
}

/** What adopting a database would do. Plain data. */
export interface AdoptionPlan {
  readonly source: SourceRecord
  /** The migrations that would be recorded, in order; none where they are recorded already, or nobody can tell. */
  readonly migrations: readonly string[]
  /** What speaks against it. */
  readonly obstacles: readonly SourceFinding[]
  /** What was accepted and is no finding: it may be misspelt. */
  readonly unfound: readonly string[]
}

/**
 * Adopts a copy of a database, and says what would be done to the database itself, which is only read.
 * @throws StagegateError for what cannot be read or copied; the signal's reason
 */
export async function planAdoption(
  { accepted, ...request }: AdoptionRequest,
  onProgress: OnCopied,
  signal: AbortSignal,
): Promise<AdoptionPlan> {
  await using taken = await takeDatabase({ ...request, parallel: 1 }, onProgress, signal)
  const { source } = taken
  const { dataSource } = await loadDataSource(request.dataSource)
  const names = (await readHistory(dataSource)).map(({ name }) => name)
  return {
    source,
    migrations:
      source.at === null || source.knownBy === 'migrations'
        ? []
        : names.slice(0, names.indexOf(source.at) + 1),
    obstacles: adoptionObstacles(source.findings, accepted),
    unfound: accepted.filter((object) => !source.findings.some((finding) => finding.object === object)),
  }
}
