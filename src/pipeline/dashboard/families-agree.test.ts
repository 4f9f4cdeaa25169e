import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import fc from 'fast-check'
import type { DataSource } from 'typeorm'
import { clanOf } from '../testing/clan-of.ts'
import { spelledNames } from '../testing/spelled-names.ts'
import type { TemporarySchema } from '../testing/temporary-schema.ts'
import { dashboardJson } from './dashboard-json.ts'
import { documentById, documentByUsername } from './testing/documents-of.ts'

/** The last three cannot be told from others by name. */
const MEMBERS = ['Ann', 'Jo_hn', 'Élan', 'Straße', '李', '__proto__', 'Bob', 'bob', '!!!'] as const
const NOW = '2025-12-22T15:00:00.000005Z'

const spelled = spelledNames(MEMBERS)

/** Days on both sides of every edge, and few moments, so that many rows share one. */
const moment = fc
  .tuple(
    fc.constantFrom('10-23', '10-24', '11-22', '11-23', '12-01', '12-02', '12-21', '12-22', '12-23'),
    fc.constantFrom('00:00:00.000000', '15:00:00.000004', '15:00:00.000005', '23:59:59.999999'),
  )
  .map(([day, time]) => `2025-${day} ${time}`)
const figure = fc.option(fc.nat(1000))

const clans = fc.record({
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

type Clan = typeof clans extends fc.Arbitrary<infer Value> ? Value : never

let schema: TemporarySchema
let db: DataSource

describe('the dashboard by both families', () => {
  before(async () => {
    schema = await clanOf(MEMBERS)
    db = schema.db
  })

  after(() => schema[Symbol.asyncDispose]())

  it('is the same of the members whom names tell apart, and as its schema says', async () => {
    await fc.assert(
      fc.asyncProperty(clans, async (clan) => {
        await store(clan)
        const byId = await documentById(db, NOW, 'tellable')
        expect(byId.clan).to.deep.equal({ members: MEMBERS.length, counted: MEMBERS.length - 3 })
        expect(await documentByUsername(db, NOW)).to.deep.equal(byId)
        dashboardJson(byId)
      }),
      { numRuns: 40 },
    )
  })
})

async function store({ snapshots, bosses, messages, ids }: Clan): Promise<void> {
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
  for (const { snapshot, boss, kills } of bosses) {
    await db.query(
      `INSERT INTO boss_snapshots (snapshot_id, wom_snapshot_id, boss_name, kills)
       VALUES (?, (SELECT id FROM wom_snapshots WHERE id = ?), ?, ?)`,
      [snapshot, snapshot, boss, kills],
    )
  }
  for (const [index, { by, at }] of messages.entries()) {
    await db.query(
      'INSERT INTO discord_messages (id, user_id, author_name, created_at) VALUES (?, ?, ?, ?)',
      [ids[index], by.member, by.name, at],
    )
  }
}
