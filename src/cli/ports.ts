import type { Engine } from '../harness/vocabulary/engine.ts'
import type { SourceRecord } from '../harness/vocabulary/source-record.ts'
import type { RehearsedDatabase } from '../plan/rehearsed-database.ts'
import type { BackupPort } from './backup-port.ts'

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

/** A real database that can be rehearsed. */
export interface CheckedDatabase {
  readonly engine: Engine
  /** The file as it was named, or the URL without its password. */
  readonly location: string
}

/** Which real database is meant, and what it is rehearsed with. */
export interface DatabaseRequest {
  /** A file or a URL, as the user named it. */
  readonly database: string
  /** The file that exports the DataSource, an absolute path. */
  readonly dataSource: string
  /** How many scenarios at a time: each needs room for its copies. */
  readonly parallel: number
}

/** A copy of a real database, with its past recorded. Disposing of it removes it, and every state that was made of it. */
export interface TakenDatabase extends AsyncDisposable {
  readonly source: SourceRecord
  /** Null where nobody can tell where it stands: then there is nothing to rehearse. */
  readonly database: RehearsedDatabase | null
}

/** What the command line needs of real databases. */
export interface DatabasePort {
  /** Looks whether it can be read at all, before anything is started for it. @throws StagegateError */
  check(database: string): Promise<CheckedDatabase>
  /** Copies it and finds out where it stands. @throws StagegateError */
  take(request: DatabaseRequest, onProgress: OnProgress, signal: AbortSignal): Promise<TakenDatabase>
}

/** What a database is adopted with. */
export interface AdoptionRequest {
  /** A file or a URL, as the user named it. */
  readonly database: string
  /** The file that exports the DataSource, an absolute path. */
  readonly dataSource: string
  /** Findings that somebody has looked at and that are no obstacle, by their objects: `index idx_a`. */
  readonly accepted: readonly string[]
  /** Where the backup goes, an absolute path. */
  readonly backups: string
}

/** What adopting a database would do. */
export interface AdoptionPlan {
  readonly source: SourceRecord
  /** The migrations that would be recorded, in order; none where they are already, or nobody can tell. */
  readonly migrations: readonly string[]
  /** What speaks against it. */
  readonly obstacles: SourceRecord['findings']
  /** What was accepted and is no finding. */
  readonly unfound: readonly string[]
}

/** What was done to a database. */
export interface Adoption extends AdoptionPlan {
  /** The file of the backup; null where nothing was done. */
  readonly backup: string | null
  /** What could not be looked at, one sentence each. */
  readonly unchecked: readonly string[]
}

/** What the command line needs to record the past of databases. */
export interface AdoptionPort {
  /** Looks, and writes nothing. @throws StagegateError */
  plan(request: AdoptionRequest, onProgress: OnProgress, signal: AbortSignal): Promise<AdoptionPlan>
  /** Takes a backup and records, where nothing speaks against it. @throws StagegateError */
  adopt(request: AdoptionRequest, onProgress: OnProgress, signal: AbortSignal): Promise<Adoption>
}

export interface Ports {
  readonly adoption: AdoptionPort
  readonly backups: BackupPort
  readonly engines: EnginePort
  readonly databases: DatabasePort
  readonly fixtures: FixturePort
  /** Makes ready what the scenarios of a run start from. @throws StagegateError */
  prepare(request: FixtureRequest, onProgress: OnProgress): Promise<void>
}
