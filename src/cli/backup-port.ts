import type { OnCopied } from '../harness/target/source.ts'
import type { Engine } from '../harness/vocabulary/engine.ts'

/** A backup, as far as people are told. */
export interface StoredBackup {
  /** Absolute path. */
  readonly file: string
  readonly record: {
    readonly engine: Engine
    /** The database that it was taken of. */
    readonly database: string
    /** ISO 8601, UTC. */
    readonly createdAt: string
    readonly bytes: number
    readonly migration: string | null
    readonly tables: readonly TableRows[]
  }
}

export interface TableRows {
  readonly name: string
  readonly rows: number
}

/** What a database takes. */
export interface DatabaseSize {
  readonly bytes: number
  readonly tables: readonly TableRows[]
}

export interface ListedBackup {
  /** Absolute path. */
  readonly file: string
  readonly bytes: number
  /** ISO 8601, UTC. */
  readonly createdAt: string
  readonly record: StoredBackup['record'] | null
  /** `whole`: nothing that shows without reading it is wrong. */
  readonly state: 'verified' | 'whole' | 'unusable'
  /** Why it cannot be used; null where it can. */
  readonly why: string | null
  readonly unchecked: readonly string[]
}

/** What was done, and what of it could not be checked, one sentence each. */
export interface DoneBackup {
  readonly backup: StoredBackup
  readonly unchecked: readonly string[]
}

export interface RestoredBackup extends DoneBackup {
  /** Of what was replaced; null where there was nothing. */
  readonly safetyCopy: StoredBackup | null
}

export interface RestorePlan {
  readonly backup: StoredBackup
  /** What people are told of where the database is. */
  readonly database: { readonly location: string }
  /** Null where there is no database yet. */
  readonly replaces: DatabaseSize | null
}

export interface BackupWork {
  /** A server of PostgreSQL on which a dump can be looked at; null for none. */
  readonly server: string | null
  readonly onProgress: OnCopied
  readonly signal: AbortSignal
}

export interface CreateRequest extends BackupWork {
  /** A file or a URL, as the user named it. */
  readonly database: string
  /** What a relative path starts from. */
  readonly cwd: string
  /** Absolute path. */
  readonly folder: string
  readonly label: string
  readonly at: Date
}

export interface RestoreRequest extends BackupWork {
  /** Absolute path. */
  readonly file: string
  /** A file or a URL, as the user named it. */
  readonly database: string
  /** What a relative path starts from. */
  readonly cwd: string
  readonly at: Date
}

export interface ListRequest extends BackupWork {
  /** Absolute path. */
  readonly folder: string
  /** Reads no backup. */
  readonly quick: boolean
}

/** What the command line needs of backups. All of it throws StagegateError. */
export interface BackupPort {
  create(request: CreateRequest): Promise<DoneBackup>
  verify(file: string, work: BackupWork): Promise<DoneBackup>
  /** Looks, and changes nothing. */
  plan(request: RestoreRequest): Promise<RestorePlan>
  restore(request: RestoreRequest): Promise<RestoredBackup>
  /** Newest first. */
  list(request: ListRequest): Promise<readonly ListedBackup[]>
  size(database: string, cwd: string): Promise<DatabaseSize>
}
