import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import type { DataSource } from 'typeorm'
import { SchemaError } from '../../schema/schema-error.ts'
import { migrateUpTo, openSchema } from '../../schema/testing/open-schema.ts'
import { activityData } from '../activity-report/activity-data.ts'
import { activityRows } from '../activity-report/activity-rows.ts'
import { membersById } from '../activity-report/members-by-id.ts'
import { analyticsById } from '../analytics/analytics-by-id.ts'
import { dashboardJson } from './dashboard-json.ts'
import type { Dashboard } from './dashboard-schema.ts'
import { DASHBOARD_NOW, DASHBOARD_ROWS } from './testing/dashboard-rows.ts'
import { documentById, documentByUsername } from './testing/documents-of.ts'

const UNKNOWN = { latestSnapshot: null, days30: { messages: null, experience: null, bossKills: null } }
const SILENT = { messages: 0, experience: null, bossKills: null }

let directory: string
let db: DataSource
let beforeMigrating: Dashboard

describe('dashboard', () => {
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'pipeline-dashboard-'))
    db = await openSchema(join(directory, 'clan.db'))
    await migrateUpTo(db, 'DedupSnapshots')
    for (const sql of DASHBOARD_ROWS) await db.query(sql)
    beforeMigrating = await documentByUsername(db, DASHBOARD_NOW)
    await db.runMigrations()
  })

  after(async () => {
    await db.destroy()
    await rm(directory, { recursive: true })
  })

  it('says when and of whom it is', async () => {
    const { format, timeZone, window, clan } = await documentByUsername(db, DASHBOARD_NOW)
    expect({ format, timeZone, window, clan }).to.deep.equal({
      ...{ format: 1, timeZone: 'UTC' },
      window: { from: '2025-11-22T15:00:00.000005Z', to: DASHBOARD_NOW, days: 30 },
      clan: { members: 7, counted: 4 },
    })
  })

  it('lists every member with what is known', async () => {
    const none = { rank: null, joinedAt: null }
    expect((await documentByUsername(db, DASHBOARD_NOW)).members).to.deep.equal([
      { name: '!!!', ...none, ...UNKNOWN },
      {
        ...{ name: 'Ann', rank: 'owner', joinedAt: '2024-01-01T00:00:00.000000Z' },
        latestSnapshot: { takenAt: '2025-12-23T00:00:00.000000Z', experience: 1000, bossKills: 100 },
        // From the first snapshot in the window to the latest of all; from the message on its very edge.
        days30: { messages: 6, experience: 850, bossKills: 89 },
      },
      { name: 'bob', ...none, rank: 'member', ...UNKNOWN },
      { name: 'Bob', ...none, rank: 'member', ...UNKNOWN },
      {
        ...{ name: 'Fell', ...none },
        latestSnapshot: { takenAt: '2025-12-04T12:00:00.000000Z', experience: null, bossKills: 60 },
        days30: { messages: 1, experience: null, bossKills: 10 },
      },
      { name: 'Quiet', ...none, latestSnapshot: null, days30: SILENT },
      {
        ...{ name: 'Solo', ...none, rank: '' },
        latestSnapshot: { takenAt: '2025-11-22T15:00:00.000005Z', experience: 7, bossKills: 7 },
        days30: SILENT,
      },
    ])
  })

  it('shows whole days, and what was gained and written on them', async () => {
    const { days, week } = await documentByUsername(db, DASHBOARD_NOW)
    expect([days.length, days[0]?.day, days.at(-1)?.day]).to.deep.equal([30, '2025-11-23', '2025-12-22'])
    expect(
      days.filter(({ measured, messages, bossKills }) => measured + messages + bossKills > 0),
    ).to.deep.equal([
      { day: '2025-11-23', experience: 50, bossKills: 1, measured: 1, messages: 2, authors: 2 },
      { day: '2025-12-02', experience: 0, bossKills: 0, measured: 1, messages: 0, authors: 0 },
      { day: '2025-12-03', experience: 50, bossKills: 0, measured: 1, messages: 0, authors: 0 },
      { day: '2025-12-04', experience: 0, bossKills: 20, measured: 0, messages: 0, authors: 0 },
      { day: '2025-12-22', experience: 250, bossKills: 0, measured: 1, messages: 2, authors: 1 },
    ])
    const written = week.flatMap(({ weekday, messages }) =>
      messages.flatMap((count, hour) => (count === 0 ? [] : [[weekday, hour, count]])),
    )
    expect(written).to.deep.equal([
      ['Monday', 14, 1],
      ['Monday', 15, 1],
      ['Sunday', 0, 2],
    ])
  })

  it('counts bosses by the latest snapshot of each member', async () => {
    expect((await documentByUsername(db, DASHBOARD_NOW)).topBosses).to.deep.equal([
      { boss: 'zulrah', kills: 10, members: 2, most: { name: 'Ann', kills: 5 } },
      { boss: 'hespori', kills: 8, members: 2, most: { name: 'Fell', kills: 6 } },
    ])
  })

  it('has leaders and outliers of those alone who are known', async () => {
    const { leaders, outliers } = await documentByUsername(db, DASHBOARD_NOW)
    expect(leaders).to.deep.equal({
      messages: [
        { name: 'Ann', figure: 6 },
        { name: 'Fell', figure: 1 },
      ],
      experience: [{ name: 'Ann', figure: 850 }],
      bossKills: [
        { name: 'Ann', figure: 89 },
        { name: 'Fell', figure: 10 },
      ],
    })
    expect(outliers).to.deep.equal({
      messages: {
        ...{ population: 4, median: 0.5, deviation: 0.5 },
        members: [{ name: 'Ann', figure: 6, score: (0.6745 * 5.5) / 0.5 }],
      },
      experience: { population: 1, median: 850, deviation: 0, members: [] },
      bossKills: { population: 2, median: 49.5, deviation: 39.5, members: [] },
    })
  })

  it('is the same by id of the same members, and the same by username as before migrating, to the byte', async () => {
    const byUsername = await documentByUsername(db, DASHBOARD_NOW)
    const byId = await documentById(db, DASHBOARD_NOW, 'tellable')
    expect(byId).to.deep.equal(byUsername)
    expect(beforeMigrating).to.deep.equal(byUsername)
    expect(dashboardJson(byId)).to.equal(dashboardJson(beforeMigrating))
  })

  it('tells by id who shares a name, and leaves out what could be of either', async () => {
    const { clan, topBosses, days, leaders } = await documentById(db, DASHBOARD_NOW)
    expect(clan).to.deep.equal({ members: 7, counted: 7 })
    expect(topBosses[0]).to.deep.equal({
      ...{ boss: 'zulrah', kills: 1011, members: 4, most: { name: 'Bob', kills: 1000 } },
    })
    expect(topBosses.at(-1)?.boss).to.equal('hespori')
    expect(days.find(({ day }) => day === '2025-12-02')?.experience).to.equal(3_000_000)
    expect(days.find(({ day }) => day === '2025-12-01')).to.include({ messages: 3, authors: 3 })
    expect(leaders.messages.slice(1)).to.deep.equal(
      ['!!!', 'bob', 'Bob', 'Fell'].map((name) => ({ name, figure: 1 })),
    )
  })

  it('has the figures of the activity report', async () => {
    const data = await activityData(analyticsById(db), DASHBOARD_NOW)
    const rows = activityRows(await membersById(db), data)
    const { members } = await documentById(db, DASHBOARD_NOW)
    expect(members.map(({ name, days30 }) => ({ name, days30 }))).to.deep.equal(
      rows.map(({ name, messages, experience, bossKills }) => ({
        name,
        days30: { messages: messages.days30, experience: experience.days30, bossKills: bossKills.days30 },
      })),
    )
  })

  it('takes now as a Date and in any zone', async () => {
    const expected = await documentById(db, '2025-12-22T15:00:00.000000Z')
    expect(await documentById(db, new Date('2025-12-22T15:00:00Z'))).to.deep.equal(expected)
    expect(await documentById(db, '2025-12-23 00:30:00+09:30')).to.deep.equal(expected)
    expect(await documentById(db, DASHBOARD_NOW)).not.to.deep.equal(expected)
  })

  it('refuses what is no moment', async () => {
    const error = await documentById(db, 'today').catch((caught) => caught)
    expect(error).to.be.instanceOf(SchemaError)
  })
})
