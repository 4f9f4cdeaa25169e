import type { Engine } from '../vocabulary/engine.ts'

/** A backup: a file that holds a whole database, with what it is of beside it. */
export interface Backup {
  /** Absolute path. */
  readonly file: string
  readonly record: BackupRecord
}

/** What a backup is of. Stands beside it as `<file>.json`. Plain data. */
export interface BackupRecord extends BackupContents {
  readonly kind: 'stagegate backup'
  /** Of this record. Another one is not read. */
  readonly version: 1
  /** Its own: no two backups have the same. */
  readonly id: string
  readonly engine: Engine
  /** The database that it was taken of: an absolute path, or a URL without its password. */
  readonly database: string
  /** ISO 8601, UTC. */
  readonly createdAt: string
  /** Of the file. */
  readonly bytes: number
  /** Of the file, in hexadecimal. */
  readonly sha256: string
}

/** What a backup keeps of a database beside its bytes. */
export interface BackupContents extends DatabaseContents {
  /** What restoring has to give back beside objects and rows: `{ journal_mode: 'wal' }`. */
  readonly settings: Readonly<Record<string, string>>
}

/** What is in a database at one moment, in one snapshot. */
export interface DatabaseContents {
  /** The version of the engine that it was read with: `3.53.0`, `15.18`. */
  readonly engineVersion: string
  /** The last migration that it has behind it: the last row of TypeORM's record, else Alembic's revision, else null. */
  readonly migration: string | null
  /** Fingerprint of the catalog, nothing left out. */
  readonly catalog: string
  /** Every ordinary table, sorted by name. */
  readonly tables: readonly TableContents[]
}

/** The rows of a table, as a backup has to hold them. */
export interface TableContents {
  readonly name: string
  readonly rows: number
  /** SHA-256 of all its values, in hexadecimal; null where its rows cannot be put in one order: then they are counted. */
  readonly fingerprint: string | null
}
