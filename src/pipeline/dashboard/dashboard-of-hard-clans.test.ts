import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, describe, it } from 'node:test'
import { expect } from 'chai'
import type { DataSource } from 'typeorm'
import { SchemaError } from '../../schema/schema-error.ts'
import { openSchema } from '../../schema/testing/open-schema.ts'
import { HOSTILE_NAMES } from '../activity-report/testing/hostile-names.ts'
import { HOSTILE_NOW, storeHostileClan } from '../activity-report/testing/store-hostile-clan.ts'
import { dashboardJson } from './dashboard-json.ts'
import { documentById, documentByUsername } from './testing/documents-of.ts'

let directory: string
let db: DataSource

describe('dashboard of', () => {
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'pipeline-dashboard-hard-'))
    db = await openSchema(join(directory, 'clan.db'))
    await db.runMigrations()
  })

  beforeEach(async () => {
    for (const table of ['boss_snapshots', 'wom_snapshots', 'discord_messages', 'clan_members']) {
      await db.query(`DELETE FROM ${table}`)
    }
  })

  after(async () => {
    await db.destroy()
    await rm(directory, { recursive: true })
  })

  it('an empty clan has every day and every hour, and nothing in them', async () => {
    const document = await documentById(db, HOSTILE_NOW)
    expect(await documentByUsername(db, HOSTILE_NOW)).to.deep.equal(document)
    const { days, week, ...others } = document
    expect(days).to.have.length(30)
    for (const { day, ...figures } of days) expect(Object.values(figures)).to.deep.equal([0, 0, 0, 0, 0])
    expect(week.flatMap(({ messages }) => messages)).to.deep.equal(new Array(7 * 24).fill(0))
    const nobody = { population: 0, median: null, deviation: null, members: [] }
    expect(others).to.deep.equal({
      ...{ format: 1, timeZone: 'UTC', clan: { members: 0, counted: 0 }, members: [], topBosses: [] },
      window: { from: '2025-12-01T06:00:00.000000Z', to: HOSTILE_NOW, days: 30 },
      leaders: { messages: [], experience: [], bossKills: [] },
      outliers: { messages: nobody, experience: nobody, bossKills: nobody },
    })
    dashboardJson(document)
  })

  it('one member has no outlier, and a leader only where something was done', async () => {
    await db.query("INSERT INTO clan_members (id, username) VALUES (1, 'Ann')")
    await db.query(
      `INSERT INTO discord_messages (id, user_id, author_name, created_at) VALUES
        (1, 1, 'Ann', '2025-12-31 00:00:00.000000')`,
    )
    const document = await documentById(db, HOSTILE_NOW)
    expect(await documentByUsername(db, HOSTILE_NOW)).to.deep.equal(document)
    expect(document.leaders).to.deep.equal({
      ...{ messages: [{ name: 'Ann', figure: 1 }], experience: [], bossKills: [] },
    })
    expect(document.outliers.messages).to.deep.equal({
      ...{ population: 1, median: 1, deviation: 0, members: [] },
    })
    expect(document.days.at(-1)).to.deep.equal({
      ...{ day: '2025-12-31', experience: 0, bossKills: 0, measured: 0, messages: 1, authors: 1 },
    })
    dashboardJson(document)
  })

  it('members with hostile names has the very names', async () => {
    await storeHostileClan(db)
    await db.query('DELETE FROM wom_snapshots WHERE user_id = 1002')
    const document = await documentById(db, HOSTILE_NOW)
    const read = JSON.parse(dashboardJson(document))
    expect(read).to.deep.equal(document)
    expect(new Set(document.members.map(({ name }) => name))).to.deep.equal(
      new Set([...HOSTILE_NAMES, 'Ancient', 'Empty', 'Huge']),
    )
    for (const [index, name] of HOSTILE_NAMES.entries()) {
      const member = document.members.find((one) => one.name === name)
      expect(member?.days30, name).to.deep.equal({ messages: 2, experience: index + 1, bossKills: 0 })
    }
    expect(document.leaders.experience[0]).to.deep.equal({
      ...{ name: HOSTILE_NAMES.at(-1), figure: HOSTILE_NAMES.length },
    })
    expect(await documentByUsername(db, HOSTILE_NOW)).to.deep.equal(
      await documentById(db, HOSTILE_NOW, 'tellable'),
    )
  })

  it('figures that add up beyond 2^53 is refused, and one that is as large as can be is not', async () => {
    await storeHostileClan(db)
    const families: readonly (() => Promise<unknown>)[] = [
      () => documentById(db, HOSTILE_NOW),
      () => documentById(db, HOSTILE_NOW, 'tellable'),
      () => documentByUsername(db, HOSTILE_NOW),
    ]
    for (const family of families) {
      expect(await family().catch((caught) => caught))
        .to.be.instanceOf(SchemaError)
        .with.property('message')
        .that.matches(/is no exact whole number\n.*the clan's experience of 2025-12-31/)
    }
    await db.query('DELETE FROM clan_members WHERE id <> 1002')
    const { days, leaders } = await documentById(db, HOSTILE_NOW)
    expect(days.at(-1)?.experience).to.equal(Number.MAX_SAFE_INTEGER)
    expect(leaders.experience).to.deep.equal([{ name: 'Huge', figure: Number.MAX_SAFE_INTEGER }])
  })
})
