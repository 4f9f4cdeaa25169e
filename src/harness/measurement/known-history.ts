import type { RecordedMigration } from '../observation/observe-history.ts'
import type { Catalog } from '../vocabulary/catalog.ts'
import type { KnownMigration } from './record-faults.ts'

/** What a real database says of itself. */
export interface ObservedSource {
  /** Without the tools' own tables. */
  readonly catalog: Catalog
  /** TypeORM's record; null without its table. */
  readonly recorded: readonly RecordedMigration[] | null
  /** Alembic's revisions, one as a rule; null without its table. */
  readonly revisions: readonly string[] | null
  /** Tables that have the name of a tool's own and are something else: `migrations`. */
  readonly strangers?: readonly string[]
}

/** What the project knows of every database that has its schema. */
export interface KnownHistory {
  /** All migrations, in order. */
  readonly history: readonly KnownMigration[]
  /** The catalog after a migration, by the migration's name. */
  readonly baselines: ReadonlyMap<string, Catalog>
  /** The name of the migration that does what a revision of Alembic did. */
  readonly revisions: Readonly<Record<string, string>>
}
