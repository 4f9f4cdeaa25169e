import fc from 'fast-check'
import type { DataSource } from 'typeorm'
import { type SpelledName, spelledNames } from './spelled-names.ts'

/** What is stored of a clan whose members are there. Moments have no zone. */
export interface ClanAtHead {
  readonly snapshots: readonly {
    readonly by: SpelledName
    readonly at: string
    readonly xp: number | null
    readonly kills: number | null
  }[]
  readonly bosses: readonly {
    readonly snapshot: number
    readonly boss: string
    readonly kills: number | null
  }[]
  readonly messages: readonly { readonly by: SpelledName; readonly at: string }[]
  readonly ids: readonly number[]
}

/** Days on both sides of every edge, and few moments, so that many rows share one. */
const moment = fc
  .tuple(
    fc.constantFrom('10-23', '10-24', '11-22', '11-23', '12-01', '12-02', '12-21', '12-22', '12-23'),
    fc.constantFrom('00:00:00.000000', '15:00:00.000004', '15:00:00.000005', '23:59:59.999999'),
  )
  .map(([day, time]) => `2025-${day} ${time}`)
const figure = fc.option(fc.nat(1000))

/** Clans of these members, and of one who left, whose names are spelt in several ways. */
export function clansAtHead(members: readonly string[]): fc.Arbitrary<ClanAtHead> {
  const spelled = spelledNames(members)
  return fc.record({
    snapshots: fc.uniqueArray(fc.record({ by: spelled, at: moment, xp: figure, kills: figure }), {
      selector: ({ by, at }) => `${by.name} ${at}`,
      maxLength: 80,
    }),
    bosses: fc.array(
      fc.record({
        snapshot: fc.integer({ min: 1, max: 80 }),
        boss: fc.constantFrom('zulrah', 'vorkath', '__proto__'),
        kills: fc.option(fc.integer({ min: -1, max: 9 })),
      }),
      { maxLength: 60 },
    ),
    messages: fc.array(fc.record({ by: spelled, at: moment }), { maxLength: 80 }),
    // Row ids that do not follow the order of the rows.
    ids: fc.shuffledSubarray(
      Array.from({ length: 80 }, (_, id) => id + 1),
      { minLength: 80 },
    ),
  })
}

/** Puts a clan into the place of the one that is there; its members stay. */
export async function storeClan(
  db: DataSource,
  { snapshots, bosses, messages, ids }: ClanAtHead,
): Promise<void> {
  for (const table of ['boss_snapshots', 'wom_snapshots', 'discord_messages']) {
    await db.query(`DELETE FROM ${table}`)
  }
  for (const [index, { by, at, xp, kills }] of snapshots.entries()) {
    await db.query(
      `INSERT INTO wom_snapshots (id, user_id, username, timestamp, total_xp, total_boss_kills)
       VALUES (?, ?, ?, ?, ?, ?)`,
      [ids[index], by.member, by.name, `${at}+00:00`, xp, kills],
    )
  }
  for (const [index, { snapshot, boss, kills }] of bosses.entries()) {
    await db.query(
      `INSERT INTO boss_snapshots (id, snapshot_id, wom_snapshot_id, boss_name, kills)
       VALUES (?, ?, (SELECT id FROM wom_snapshots WHERE id = ?), ?, ?)`,
      [index + 1, snapshot, snapshot, boss, kills],
    )
  }
  for (const [index, { by, at }] of messages.entries()) {
    await db.query(
      'INSERT INTO discord_messages (id, user_id, author_name, created_at) VALUES (?, ?, ?, ?)',
      [ids[index], by.member, by.name, at],
    )
  }
}
