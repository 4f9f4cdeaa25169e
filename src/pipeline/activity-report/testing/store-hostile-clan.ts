import type { DataSource } from 'typeorm'
import { HOSTILE_NAMES } from './hostile-names.ts'

/** The moment of the report on the hostile clan. */
export const HOSTILE_NOW = '2025-12-31T06:00:00.000000Z'

/** Members with hostile names, each with two snapshots and two messages, and what is hard about numbers and moments. */
export async function storeHostileClan(db: DataSource): Promise<void> {
  for (const [index, name] of HOSTILE_NAMES.entries()) {
    const id = index + 1
    await db.query('INSERT INTO clan_members (id, username, role, joined_at) VALUES (?, ?, ?, ?)', [
      ...[id, name, name, '2024-02-29 23:59:59.123456+00:00'],
    ])
    for (const [at, timestamp, experience] of [
      [1, '2025-12-25 00:00:00.000000+00:00', 1000],
      [2, '2025-12-31 00:00:00.000000+00:00', 1000 + id],
    ] as const) {
      await db.query(
        `INSERT INTO wom_snapshots (id, user_id, username, timestamp, total_xp, total_boss_kills) VALUES (?, ?, ?, ?, ?, 10)`,
        [2 * index + at, id, name, timestamp, experience],
      )
    }
    for (const [at, created] of ['2025-12-24 06:00:00.000000', '2025-12-24 05:59:59.999999'].entries()) {
      await db.query(
        'INSERT INTO discord_messages (id, user_id, author_name, created_at) VALUES (?, ?, ?, ?)',
        [...[2 * id + at, id, name, created]],
      )
    }
  }
  await db.query(
    `INSERT INTO clan_members (id, username, role, joined_at) VALUES
      (1000, 'Ancient', NULL, '0001-01-01 00:00:00.000000+00:00'), (1001, 'Empty', '', NULL),
      (1002, 'Huge', 'owner', '1900-03-01 00:00:00.000000+00:00')`,
  )
  await db.query(
    `INSERT INTO wom_snapshots (id, user_id, username, timestamp, total_xp, total_boss_kills) VALUES
      (1001, 1002, 'Huge', '2025-12-25 00:00:00.000000+00:00', 0, 0),
      (1002, 1002, 'Huge', '2025-12-31 00:00:00.000000+00:00', 9007199254740991, 999999999999999)`,
  )
}
