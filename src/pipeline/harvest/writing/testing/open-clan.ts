import type { DataSource } from 'typeorm'
import { CLAN_ROWS, HAND_MADE } from '../../../../schema/testing/clan-rows.ts'
import { migrateUpTo, openSchema } from '../../../../schema/testing/open-schema.ts'

/** Where a harvest has to do its work: before the refactoring, on its way, after it, and when it was taken back. */
export const SCHEMA_STATES = [
  'DedupSnapshots',
  'AddMissingIndexes',
  'NormalizeUserIds',
  'rolled back',
] as const

export type SchemaState = (typeof SCHEMA_STATES)[number]

export interface ClanOptions {
  /** With what production has beyond its migrations. */
  readonly handMade?: boolean
  /** Rows at `DedupSnapshots`. */
  readonly rows?: readonly string[]
}

/** A clan in a new database file. */
export async function openClan(
  file: string,
  state: SchemaState,
  { handMade = false, rows = CLAN_ROWS }: ClanOptions = {},
): Promise<DataSource> {
  const db = await openSchema(file)
  // A test's file need not outlive the machine.
  await db.query('PRAGMA synchronous = OFF')
  await migrateUpTo(db, 'DedupSnapshots')
  for (const statement of [...(handMade ? HAND_MADE : []), ...rows]) await db.query(statement)
  if (state !== 'rolled back') await migrateUpTo(db, state)
  else {
    await db.runMigrations()
    await db.undoLastMigration()
  }
  return db
}
