import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import type { DataSource } from 'typeorm'
import { migrateUpTo } from '../../schema/testing/open-schema.ts'
import { ENGINES, type EngineName } from '../testing/engines.ts'
import { type TemporarySchema, temporarySchema } from '../testing/temporary-schema.ts'
import type { Analytics } from './analytics.ts'
import type { SnapshotFigures } from './snapshot-figures.ts'
import { ANALYTICS_ROWS, LINKED_BY_HAND } from './testing/analytics-rows.ts'

/** One of the two families, and the schema that it is asked on. */
export interface AnalyticsFamily<Key> {
  readonly at: 'DedupSnapshots' | 'head'
  readonly analytics: (db: DataSource) => Analytics<Key>
  readonly keyOf: (db: DataSource, username: string) => Promise<Key>
}

/** Two messages and three snapshots are of this very moment. */
const NOON = '2025-12-01T12:00:00.000000Z'
const SINCE_NOON = { Ann: 10, Tie: 20, Nulls: 41, Élan: 51, Micro: 71 }
const WRITTEN_SINCE_NOON = {
  ...{ Ann: 3, Tie: 1, 'No Snaps': 2, Silent: 0, Nobody: 0 },
  ...{ Nulls: 0, Élan: 2, Jo_hn: 0, Micro: 1 },
}

/** What both families answer alike, on the same rows. */
export function analyticsContract<Key>(family: AnalyticsFamily<Key>): void {
  for (const { engine, skip } of ENGINES) {
    describe(`at ${family.at}, on ${engine}`, { skip }, () => contractOn(engine, family))
  }
}

function contractOn<Key>(engine: EngineName, { at, analytics: familyOf, keyOf }: AnalyticsFamily<Key>): void {
  let schema: TemporarySchema
  let db: DataSource
  let analytics: Analytics<Key>
  const names = new Map<Key, string>()

  before(async () => {
    schema = await temporarySchema(engine)
    db = schema.db
    await migrateUpTo(db, 'DedupSnapshots')
    for (const sql of ANALYTICS_ROWS) await db.query(sql)
    if (at === 'head') {
      await db.runMigrations()
      for (const sql of LINKED_BY_HAND) await db.query(sql)
    }
    const members: readonly { username: string }[] = await db.query('SELECT username FROM clan_members')
    for (const { username } of members) names.set(await keyOf(db, username), username)
    analytics = familyOf(db)
  })

  after(() => schema[Symbol.asyncDispose]())

  function named<Value>(answers: ReadonlyMap<Key, Value>): Record<string, Value> {
    return Object.fromEntries([...answers].map(([key, value]) => [names.get(key) ?? String(key), value]))
  }

  function idsOf(snapshots: ReadonlyMap<Key, SnapshotFigures>): Record<string, number> {
    return named(new Map([...snapshots].map(([key, { id }]) => [key, id])))
  }

  it('gives the last snapshot of every member, of two at the same moment the one with the larger id', async () => {
    const latest = await analytics.latestSnapshots()
    expect(idsOf(latest)).to.deep.equal({
      ...{ Ann: 11, Tie: 25, Silent: 30, Nulls: 41 },
      ...{ Élan: 50, Jo_hn: 60, Micro: 70 },
    })
    expect(named(latest).Ann).to.deep.equal({
      ...{ id: 11, timestamp: '2025-12-10T12:00:00.000000Z' },
      ...{ totalXp: Number.MAX_SAFE_INTEGER, totalBossKills: 9, ehp: 3.5, ehb: 0.75 },
    })
    expect(named(latest).Nulls).to.deep.equal({
      ...{ id: 41, timestamp: '2025-12-15T00:00:00.000000Z' },
      ...{ totalXp: null, totalBossKills: 5, ehp: 0, ehb: null },
    })
  })

  it('gives the first snapshot at or after a cutoff, to the microsecond', async () => {
    expect(idsOf(await analytics.firstSnapshotsSince(NOON))).to.deep.equal(SINCE_NOON)
    expect(idsOf(await analytics.firstSnapshotsSince('2025-12-01T12:00:00.000002Z'))).to.deep.equal({
      ...SINCE_NOON,
      ...{ Ann: 11, Tie: 24, Micro: 70 },
    })
    expect(idsOf(await analytics.firstSnapshotsSince('2025-12-01T11:59:59.999999Z'))).to.deep.equal({
      ...SINCE_NOON,
      Silent: 30,
    })
    expect(idsOf(await analytics.firstSnapshotsSince('2026-01-01T00:00:00Z'))).to.deep.equal({})
  })

  it('counts messages at or after a date, with 0 for who wrote none', async () => {
    expect(named(await analytics.messageCountsSince(NOON))).to.deep.equal(WRITTEN_SINCE_NOON)
    const later = named(await analytics.messageCountsSince('2025-12-01T12:00:00.000001Z'))
    expect(later).to.deep.equal({ ...WRITTEN_SINCE_NOON, Ann: 1 })
    const ever = named(await analytics.messageCountsSince('0001-01-01T00:00:00Z'))
    expect(ever).to.deep.equal({ ...WRITTEN_SINCE_NOON, Ann: 4, Tie: 2, Jo_hn: 1 })
    const never = await analytics.messageCountsSince('2026-01-01T00:00:00Z')
    expect([never.size, new Set(never.values())]).to.deep.equal([9, new Set([0])])
  })

  for (const cutoff of [new Date(NOON), '2025-12-01 12:00:00.000000', '2025-12-01 07:00:00.000000-05:00']) {
    it(`takes ${typeof cutoff === 'string' ? `the text ${cutoff}` : 'a Date'} for a cutoff`, async () => {
      expect(idsOf(await analytics.firstSnapshotsSince(cutoff))).to.deep.equal(SINCE_NOON)
      expect(named(await analytics.messageCountsSince(cutoff))).to.deep.equal(WRITTEN_SINCE_NOON)
    })
  }

  it('gives gains for who is in both maps, never below zero, null where a figure is', async () => {
    const first = await analytics.firstSnapshotsSince('2025-11-01T12:00:00Z')
    const gains = analytics.gainsBetween(first, await analytics.latestSnapshots())
    expect(named(gains)).to.deep.equal({
      Ann: { experience: Number.MAX_SAFE_INTEGER - 100, bossKills: 0 },
      Tie: { experience: 4, bossKills: 4 },
      Silent: { experience: 0, bossKills: 0 },
      Nulls: { experience: null, bossKills: null },
      Élan: { experience: 0, bossKills: 1 },
      Micro: { experience: 1, bossKills: 1 },
    })
  })

  const data = async (username: string) => analytics.member(await keyOf(db, username))

  it("gives one member's data", async () => {
    expect(await data('Ann')).to.deep.equal({
      ...{ username: 'Ann', role: 'owner', joinedAt: '2024-01-01T00:00:00.000000Z' },
      ...{
        lastUpdated: '2025-12-22T15:00:00.123456Z',
        snapshots: 3,
        firstSeen: '2025-11-01T12:00:00.000000Z',
      },
      latestSnapshot: (await analytics.latestSnapshots()).get(await keyOf(db, 'Ann')),
      ...{ messages: 4, lastMessageAt: '2025-12-09T00:00:00.000000Z' },
    })
  })

  it('gives the data of members whose rows are spelt in several ways', async () => {
    const tie = await data('Tie')
    expect([tie?.snapshots, tie?.firstSeen]).to.deep.equal([5, '2025-11-30T00:00:00.000000Z'])
    expect([tie?.latestSnapshot?.id, tie?.messages]).to.deep.equal([25, 2])
    expect(tie?.lastMessageAt).to.equal('2025-12-02T00:00:00.000000Z')
    const elan = await data('Élan')
    expect([elan?.latestSnapshot?.id, elan?.firstSeen]).to.deep.equal([50, '2025-12-02T00:00:00.000000Z'])
  })

  it('gives null for what a member has not', async () => {
    const without = { firstSeen: null, latestSnapshot: null, snapshots: 0 }
    expect(await data('No Snaps')).to.deep.include({ ...without, messages: 2 })
    expect(await data('Silent')).to.deep.include({ snapshots: 1, messages: 0, lastMessageAt: null })
    const nobody = { username: 'Nobody', role: null, joinedAt: null, lastUpdated: null }
    expect(await data('Nobody')).to.deep.equal({ ...nobody, ...without, messages: 0, lastMessageAt: null })
  })
}
