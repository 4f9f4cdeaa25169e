import type { MigrationStep } from '../../vocabulary/migration-step.ts'

/** The refactoring up, and up, down and up again, for tests. */
export const sampleMigrations = (): {
  readonly up: readonly MigrationStep[]
  readonly roundTrip: readonly MigrationStep[]
} => ({
  up,
  roundTrip: [...up, down, ...up.slice(-1)],
})

const step = (
  migration: string,
  direction: 'up' | 'down',
  milliseconds: number,
  statements: number,
  sql: string,
): MigrationStep => ({
  migration,
  direction,
  milliseconds,
  statements,
  slowest: [{ sql, calls: 1, milliseconds: milliseconds * 0.6, rows: 586_551 }],
  bytesBefore: 243_000_000,
  bytesAfter: direction === 'up' ? 251_400_000 : 243_000_000,
})

const up = [
  step('DropUnusedTables', 'up', 92, 3, 'DROP TABLE "skill_snapshots"'),
  step(
    'AddMissingIndexes',
    'up',
    410,
    6,
    'CREATE INDEX "idx_wom_records_fetch_date" ON "wom_records" ("fetch_date")',
  ),
  step(
    'NormalizeUserIds',
    'up',
    1980,
    34,
    'UPDATE "discord_messages" SET "user_id" = (SELECT "member_id" FROM "author_map" WHERE "author_map"."author_name" = "discord_messages"."author_name")',
  ),
]
const down = step(
  'NormalizeUserIds',
  'down',
  1210,
  21,
  'INSERT INTO "temporary_wom_snapshots" SELECT * FROM "wom_snapshots"',
)
