import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import fc from 'fast-check'
import type { DataSource } from 'typeorm'
import { WITHOUT_POSTGRES } from '../schema/testing/open-postgres.ts'
import { migrateUpTo } from '../schema/testing/open-schema.ts'
import { activityData } from './activity-report/activity-data.ts'
import { activityRows } from './activity-report/activity-rows.ts'
import { membersById } from './activity-report/members-by-id.ts'
import { membersByUsername } from './activity-report/members-by-username.ts'
import type { ReportMember } from './activity-report/report-member.ts'
import { HOSTILE_NOW, storeHostileClan } from './activity-report/testing/store-hostile-clan.ts'
import type { Analytics } from './analytics/analytics.ts'
import { analyticsById } from './analytics/analytics-by-id.ts'
import { analyticsByUsername } from './analytics/analytics-by-username.ts'
import { ANALYTICS_ROWS } from './analytics/testing/analytics-rows.ts'
import { dashboardById } from './dashboard/dashboard-by-id.ts'
import { dashboardByUsername } from './dashboard/dashboard-by-username.ts'
import type { DashboardQueries } from './dashboard/dashboard-queries.ts'
import { DASHBOARD_NOW, DASHBOARD_ROWS } from './dashboard/testing/dashboard-rows.ts'
import { documentById, documentByUsername } from './dashboard/testing/documents-of.ts'
import { clanOf } from './testing/clan-of.ts'
import { type ClanAtHead, clansAtHead, storeClan } from './testing/clans-at-head.ts'
import { ENGINES } from './testing/engines.ts'
import { type TemporarySchema, temporarySchema } from './testing/temporary-schema.ts'

const MEMBERS = ['Ann', 'Jo_hn', 'Élan', 'Straße', '李', '__proto__', 'Bob', 'bob', '!!!'] as const
const NOW = '2025-12-22T15:00:00.000005Z'

describe('the product on SQLite and on PostgreSQL', { skip: WITHOUT_POSTGRES }, () => {
  for (const [what, rows, now] of [
    ['the clan of the analytics', ANALYTICS_ROWS, '2025-12-22T12:00:00.000000Z'],
    ['the clan of the dashboard', DASHBOARD_ROWS, DASHBOARD_NOW],
  ] as const) {
    it(`says the same of ${what}, before the migration by username, and after it by both`, async () => {
      const [sqlite, postgres] = await onEach(async (db) => {
        await migrateUpTo(db, 'DedupSnapshots')
        for (const sql of rows) await db.query(sql)
        const before = await saidByUsername(db, now)
        await db.runMigrations()
        return { before, byUsername: await saidByUsername(db, now), byId: await saidById(db, now) }
      })
      expect(postgres).to.deep.equal(sqlite)
      expect(postgres?.before).to.deep.equal(postgres?.byUsername)
    })
  }

  it('says the same of names, figures and moments that are hard', async () => {
    const [sqlite, postgres] = await onEach(async (db) => {
      await db.runMigrations()
      await storeHostileClan(db)
      // Their sum is no exact number, which is refused.
      await db.query('DELETE FROM wom_snapshots WHERE user_id = 1002')
      return { byUsername: await saidByUsername(db, HOSTILE_NOW), byId: await saidById(db, HOSTILE_NOW) }
    })
    expect(postgres).to.deep.equal(sqlite)
  })

  describe('of any clan', () => {
    const clans: TemporarySchema[] = []

    before(async () => {
      for (const { engine } of ENGINES) clans.push(await clanOf(MEMBERS, engine))
    })

    after(async () => {
      for (const clan of clans) await clan[Symbol.asyncDispose]()
    })

    it('says the same by both families', async () => {
      const property = fc.asyncProperty(clansAtHead(MEMBERS), async (clan: ClanAtHead) => {
        const [sqlite, postgres] = await inTurn(clans, async ({ db }) => {
          await storeClan(db, clan)
          return { byUsername: await saidByUsername(db, NOW), byId: await saidById(db, NOW) }
        })
        expect(postgres).to.deep.equal(sqlite)
      })
      await fc.assert(property, { numRuns: 25 })
    })
  })
})

async function saidById(db: DataSource, now: string) {
  const said = await saidBy(analyticsById(db), dashboardById(db), await membersById(db), now)
  return { ...said, document: await documentById(db, now) }
}

async function saidByUsername(db: DataSource, now: string) {
  const said = await saidBy(
    analyticsByUsername(db),
    dashboardByUsername(db),
    await membersByUsername(db),
    now,
  )
  return { ...said, document: await documentByUsername(db, now) }
}

/** Everything that can be asked. */
async function saidBy<Key>(
  analytics: Analytics<Key>,
  queries: DashboardQueries<Key>,
  members: readonly ReportMember<Key>[],
  now: string,
) {
  const latest = await analytics.latestSnapshots()
  const first = await analytics.firstSnapshotsSince('2025-12-01T12:00:00.000000Z')
  const keys = members.flatMap(({ key }) => (key === null ? [] : [key]))
  const data = await activityData(analytics, now)
  return {
    latest,
    first,
    gains: analytics.gainsBetween(first, latest),
    counts: await analytics.messageCountsSince('2025-12-01T12:00:00.000001Z'),
    members,
    each: await inTurn(keys, (key) => analytics.member(key)),
    data,
    rows: activityRows(members, data),
    snapshots: await queries.snapshotsSince('2025-11-22T15:00:00.000005Z'),
    hours: await queries.messagesByHourSince('2025-11-22T15:00:00.000005Z'),
    kills: await queries.bossKillsOf([...latest.values()].map(({ id }) => id)),
  }
}

async function onEach<Found>(ask: (db: DataSource) => Promise<Found>): Promise<readonly Found[]> {
  return inTurn(ENGINES, async ({ engine }) => {
    await using schema = await temporarySchema(engine)
    return await ask(schema.db)
  })
}

async function inTurn<One, Result>(
  all: readonly One[],
  work: (one: One) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = []
  for (const one of all) results.push(await work(one))
  return results
}
