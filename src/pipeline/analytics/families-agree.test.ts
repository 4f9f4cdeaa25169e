import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import fc from 'fast-check'
import type { DataSource } from 'typeorm'
import { clanOf } from '../testing/clan-of.ts'
import { spelledNames } from '../testing/spelled-names.ts'
import type { TemporarySchema } from '../testing/temporary-schema.ts'
import { normaliseUsername } from '../usernames.ts'
import { analyticsById } from './analytics-by-id.ts'
import { analyticsByUsername } from './analytics-by-username.ts'

const MEMBERS = ['Ann', 'Bob', 'Jo_hn', 'Élan', 'Straße', 'Σοφος', 'x 1', '李'] as const

const spelled = spelledNames(MEMBERS)

/** Few moments, so that many rows share one. */
const moment = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom('000000', '000001', '999999'))
  .map(([day, micros]) => `2025-12-0${day} 00:00:00.${micros}`)
const figure = fc.option(fc.nat(100))

const clans = fc.record({
  snapshots: fc.uniqueArray(fc.record({ by: spelled, at: moment, xp: figure, kills: figure }), {
    selector: ({ by, at }) => `${by.name} ${at}`,
    maxLength: 60,
  }),
  messages: fc.array(fc.record({ by: spelled, at: moment }), { maxLength: 60 }),
  cutoff: moment,
  // Row ids that do not follow the order of the rows.
  ids: fc.shuffledSubarray(
    Array.from({ length: 60 }, (_, id) => id + 1),
    { minLength: 60 },
  ),
})

type Clan = typeof clans extends fc.Arbitrary<infer Value> ? Value : never

let schema: TemporarySchema
let db: DataSource

describe('the two families', () => {
  before(async () => {
    schema = await clanOf(MEMBERS)
    db = schema.db
  })

  after(() => schema[Symbol.asyncDispose]())

  it('answer alike where links and names mean the same rows', async () => {
    await fc.assert(
      fc.asyncProperty(clans, async (clan) => {
        await store(clan)
        const byId = analyticsById(db)
        const byName = analyticsByUsername(db)
        const first = await byId.firstSnapshotsSince(clan.cutoff)
        const latest = await byId.latestSnapshots()
        const firstByName = await byName.firstSnapshotsSince(clan.cutoff)
        const latestByName = await byName.latestSnapshots()
        expect(named(first)).to.deep.equal(firstByName)
        expect(named(latest)).to.deep.equal(latestByName)
        expect(named(byId.gainsBetween(first, latest))).to.deep.equal(
          byName.gainsBetween(firstByName, latestByName),
        )
        expect(named(await byId.messageCountsSince(clan.cutoff))).to.deep.equal(
          await byName.messageCountsSince(clan.cutoff),
        )
        for (const [index, name] of MEMBERS.entries()) {
          expect(await byId.member(index + 1)).to.deep.equal(await byName.member(name))
        }
      }),
      { numRuns: 60 },
    )
  })
})

async function store({ snapshots, messages, ids }: Clan): Promise<void> {
  await db.query('DELETE FROM wom_snapshots')
  await db.query('DELETE FROM discord_messages')
  for (const [index, { by, at, xp, kills }] of snapshots.entries()) {
    await db.query(
      `INSERT INTO wom_snapshots (id, user_id, username, timestamp, total_xp, total_boss_kills) VALUES (?, ?, ?, ?, ?, ?)`,
      [ids[index], by.member, by.name, `${at}+00:00`, xp, kills],
    )
  }
  for (const [index, { by, at }] of messages.entries()) {
    await db.query(
      'INSERT INTO discord_messages (id, user_id, author_name, created_at) VALUES (?, ?, ?, ?)',
      [ids[index], by.member, by.name, at],
    )
  }
}

function named<Value>(answers: ReadonlyMap<number, Value>): ReadonlyMap<string, Value> {
  return new Map([...answers].map(([id, value]) => [normaliseUsername(MEMBERS[id - 1]), value]))
}
