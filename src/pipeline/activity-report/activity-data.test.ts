import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import type { DataSource } from 'typeorm'
import { SchemaError } from '../../schema/schema-error.ts'
import { openSchema } from '../../schema/testing/open-schema.ts'
import { analyticsById } from '../analytics/analytics-by-id.ts'
import { analyticsByUsername } from '../analytics/analytics-by-username.ts'
import { activityData } from './activity-data.ts'

const NOW = '2025-12-31T06:00:00.000005Z'

/** Snapshots and messages of Ann on the edges of the windows; the figures tell which row was taken. */
const ROWS = [
  "INSERT INTO clan_members (id, username) VALUES (1, 'Ann'), (2, 'Old'), (3, 'Writer'), (4, 'Nobody')",
  `INSERT INTO wom_snapshots (id, user_id, username, timestamp, total_xp, total_boss_kills) VALUES
    (1, 1, 'Ann', '2024-12-31 06:00:00.000004+00:00', 0, 0),
    (2, 1, 'Ann', '2024-12-31 06:00:00.000005+00:00', 1, NULL),
    (3, 1, 'Ann', '2025-10-02 06:00:00.000005+00:00', 10, 2),
    (4, 1, 'Ann', '2025-12-01 06:00:00.000005+00:00', 100, 3),
    (5, 1, 'Ann', '2025-12-24 06:00:00.000005+00:00', 1000, 4),
    (6, 1, 'Ann', '2025-12-31 06:00:00.000005+00:00', 10000, 5),
    (7, 2, 'Old', '2024-06-01 00:00:00.000000+00:00', 7, 7)`,
  `INSERT INTO discord_messages (id, user_id, author_name, created_at) VALUES
    (1, 1, 'Ann', '2025-12-24 06:00:00.000005'), (2, 1, 'Ann', '2025-12-24 06:00:00.000004'),
    (3, 1, 'Ann', '2025-12-01 06:00:00.000005'), (4, 1, 'Ann', '2025-12-01 06:00:00.000004'),
    (5, 1, 'Ann', '2025-10-02 06:00:00.000005'), (6, 1, 'Ann', '2025-10-02 06:00:00.000004'),
    (7, 3, 'Writer', '2016-01-01 00:00:00.000000')`,
]

let directory: string
let db: DataSource

describe('activityData', () => {
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'pipeline-activity-'))
    db = await openSchema(join(directory, 'clan.db'))
    await db.runMigrations()
    for (const sql of ROWS) await db.query(sql)
  })

  after(async () => {
    await db.destroy()
    await rm(directory, { recursive: true })
  })

  it('counts and gains in every window, its beginning included, for who has anything', async () => {
    const { now, members } = await activityData(analyticsById(db), NOW)
    expect(now).to.equal(NOW)
    const to = NOW
    expect(Object.fromEntries(members)).to.deep.equal({
      1: {
        messages: { days7: 1, days30: 3, days90: 5, total: 6 },
        gains: {
          days7: { experience: 9000, bossKills: 1, from: '2025-12-24T06:00:00.000005Z', to },
          days30: { experience: 9900, bossKills: 2, from: '2025-12-01T06:00:00.000005Z', to },
          days90: { experience: 9990, bossKills: 3, from: '2025-10-02T06:00:00.000005Z', to },
          days365: { experience: 9999, bossKills: null, from: '2024-12-31T06:00:00.000005Z', to },
        },
        latestSnapshot: { id: 6, timestamp: to, totalXp: 10000, totalBossKills: 5, ehp: null, ehb: null },
      },
      2: {
        messages: { days7: 0, days30: 0, days90: 0, total: 0 },
        gains: { days7: null, days30: null, days90: null, days365: null },
        latestSnapshot: {
          ...{ id: 7, timestamp: '2024-06-01T00:00:00.000000Z' },
          ...{ totalXp: 7, totalBossKills: 7, ehp: null, ehb: null },
        },
      },
      3: {
        messages: { days7: 0, days30: 0, days90: 0, total: 1 },
        gains: { days7: null, days30: null, days90: null, days365: null },
        latestSnapshot: null,
      },
    })
  })

  it('says the same by username', async () => {
    const byId = await activityData(analyticsById(db), NOW)
    const byName = await activityData(analyticsByUsername(db), NOW)
    const named = [...byId.members].map(
      ([id, activity]) => [['', 'ann', 'old', 'writer'][id], activity] as const,
    )
    expect(byName.members).to.deep.equal(new Map(named))
  })

  it('takes a Date, and gains nothing from one snapshot alone', async () => {
    const { now, members } = await activityData(analyticsById(db), new Date('2026-01-07T06:00:00Z'))
    expect(now).to.equal('2026-01-07T06:00:00.000000Z')
    expect(members.get(1)?.gains.days7).to.deep.equal({ experience: 0, bossKills: 0, from: NOW, to: NOW })
  })

  it('refuses what is no moment', async () => {
    const error = await activityData(analyticsById(db), 'today').catch((caught) => caught)
    expect(error).to.be.instanceOf(SchemaError)
  })
})
