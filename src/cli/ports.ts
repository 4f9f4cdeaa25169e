import type { Engine } from '../harness/vocabulary/engine.ts'

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
  readonly engine: Engine
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
  /** The file, or the URL of the database without its password. */
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

/** How to get at an engine. */
export interface EngineOptions {
  /** A server that is there already, with its password. */
  readonly url?: string
  /** The image of the container, where one is started. */
  readonly image?: string
  readonly onProgress: OnProgress
  /** Aborted when nobody wants the engine any more. Who can, stops starting it. */
  readonly signal: AbortSignal
}

/** An engine that takes databases. Disposing of it stops what was started for it. */
export interface RunningEngine extends AsyncDisposable {
  readonly engine: Engine
  /** `3.53.0`, `15.18`. */
  readonly version: string
  /** What has to stand in the environment of whoever works on it. */
  readonly variables: Readonly<Record<string, string>>
}

/** What the command line needs of the engines. */
export interface EnginePort {
  /** @throws StagegateError when it is not available, with the reason and what to do */
  start(engine: Engine, options: EngineOptions): Promise<RunningEngine>
}

export interface Ports {
  readonly engines: EnginePort
  readonly fixtures: FixturePort
  /** Makes ready what the scenarios of a run start from. @throws StagegateError */
  prepare(request: FixtureRequest, onProgress: OnProgress): Promise<void>
}
