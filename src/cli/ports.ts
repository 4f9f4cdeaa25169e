/** How far something has come. */
export interface Progress {
  /** What is being done: `boss_snapshots`. */
  readonly what: string
  readonly done: number
  readonly total: number
}

export type OnProgress = (progress: Progress) => void

/** Which fixture is meant. */
export interface FixtureRequest {
  readonly profile: string
  /** Bytes of `raw_data` a snapshot; null leaves it to the profile. */
  readonly rawDataBytes: number | null
  /** The file that exports the DataSource, an absolute path. */
  readonly dataSource: string
}

/** A database in the cache of fixtures. */
export interface CachedFixture {
  /** What it is: `production at DedupSnapshots`. */
  readonly name: string
  /** The file. */
  readonly location: string
  readonly bytes: number
}

/** What the command line needs of the fixtures. Given to it from outside: it knows no database. */
export interface FixturePort {
  /** The names of the profiles. */
  profiles(): Promise<readonly string[]>
  /** Builds a fixture where it is not cached. @throws StagegateError */
  build(request: FixtureRequest, onProgress: OnProgress): Promise<CachedFixture>
  /** What the cache holds. */
  list(): Promise<readonly CachedFixture[]>
  /** Empties the cache and gives back what was in it. */
  clear(): Promise<readonly CachedFixture[]>
}

export interface Ports {
  readonly fixtures: FixturePort
  /** Makes ready what the scenarios of a run start from. @throws StagegateError */
  prepare(request: FixtureRequest, onProgress: OnProgress): Promise<void>
}
