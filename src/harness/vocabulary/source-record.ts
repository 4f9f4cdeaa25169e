import type { Engine } from './engine.ts'

/** What differs between a real database and the baseline of the migration that it stands at. Plain text, never markup. */
export interface SourceFinding {
  /** In the words of a comparison of catalogs: `index idx_by_hand`, `column clan_members.note`. */
  readonly object: string
  /**
   * `extra`: no migration makes it, somebody made it by hand · `missing` · `different`: there, with another definition ·
   * `ahead`: a migration that is recorded as not applied makes it, or one that was recorded as taken back left it.
   */
  readonly kind: 'extra' | 'missing' | 'different' | 'ahead'
  /** What is to be seen: `is VARCHAR(255); expected TEXT`. */
  readonly what: string
}

/** Where a real database stands in the history of migrations, and how that is known. */
export interface Standing {
  /** The last migration that it has behind it: `DedupSnapshots`; null where that cannot be told. */
  readonly at: string | null
  /** What says so: TypeORM's record, Alembic's, or the likeness to a baseline. */
  readonly knownBy: 'migrations' | 'alembic_version' | 'catalog' | null
  /** What was found, one sentence each: `alembic_version says dedup_snaps_002`. */
  readonly facts: readonly string[]
  readonly findings: readonly SourceFinding[]
  /** Why it cannot be told, as one sentence; null where it can. */
  readonly doubt: string | null
}

/** The real database that a run rehearses on copies of. Plain data. */
export interface SourceRecord extends Standing {
  readonly engine: Engine
  /** The file as it was named, or the URL without its password. */
  readonly location: string
  readonly bytes: number
  /** Of all its tables, the tools' own left out. */
  readonly rows: number
  /** When the copy was taken. ISO 8601, UTC. */
  readonly copiedAt: string
}
