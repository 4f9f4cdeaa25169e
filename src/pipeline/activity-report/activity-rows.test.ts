import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import type { DataSource } from 'typeorm'
import { migrateUpTo, openSchema } from '../../schema/testing/open-schema.ts'
import { analyticsById } from '../analytics/analytics-by-id.ts'
import { analyticsByUsername } from '../analytics/analytics-by-username.ts'
import { ANALYTICS_ROWS, LINKED_BY_HAND } from '../analytics/testing/analytics-rows.ts'
import { activityData } from './activity-data.ts'
import type { ActivityRow } from './activity-row.ts'
import { activityRows } from './activity-rows.ts'
import { membersById } from './members-by-id.ts'
import { membersByUsername } from './members-by-username.ts'
import { HOSTILE_NAMES } from './testing/hostile-names.ts'

/** Seven days after the latest snapshot of Ann, to the microsecond. */
const NOW = '2025-12-17T12:00:00.000000Z'
const NO_GAINS = { days7: null, days30: null, days90: null, days365: null }
const NO_MESSAGES = { days7: 0, days30: 0, days90: 0, total: 0 }
const NOT_KNOWN = { days7: null, days30: null, days90: null, total: null }

let directory: string
let db: DataSource
let beforeMigrating: readonly ActivityRow[]

async function byUsername(): Promise<readonly ActivityRow[]> {
  return activityRows(await membersByUsername(db), await activityData(analyticsByUsername(db), NOW))
}

async function byId(): Promise<readonly ActivityRow[]> {
  return activityRows(await membersById(db), await activityData(analyticsById(db), NOW))
}

function rowOf(rows: readonly ActivityRow[], name: string): ActivityRow | undefined {
  return rows.find((row) => row.name === name)
}

describe('activityRows', () => {
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'pipeline-rows-'))
    db = await openSchema(join(directory, 'clan.db'))
    await migrateUpTo(db, 'DedupSnapshots')
    for (const sql of ANALYTICS_ROWS) await db.query(sql)
    await db.query(
      "INSERT INTO clan_members (username) VALUES ('!!!'), ('Ti_e'), ('élan2'), ('zoe'), ('Zed')",
    )
    beforeMigrating = await byUsername()
    await db.runMigrations()
    for (const sql of LINKED_BY_HAND) await db.query(sql)
  })

  after(async () => {
    await db.destroy()
    await rm(directory, { recursive: true })
  })

  it('gives a row for every member, in the order of a dictionary', async () => {
    const names = (await byId()).map(({ name }) => name)
    const expected = [
      '!!!',
      'Ann',
      'Élan',
      'élan2',
      'Jo_hn',
      'Micro',
      'No Snaps',
      'Nobody',
      'Nulls',
      'Silent',
    ]
    expect(names).to.deep.equal([...expected, 'Ti_e', 'Tie', 'Zed', 'zoe'])
    expect((await byUsername()).map(({ name }) => name)).to.deep.equal(names)
  })

  it('says what is known of a member', async () => {
    expect(rowOf(await byId(), 'Ann')).to.deep.equal({
      ...{ name: 'Ann', rank: 'owner', joinedAt: '2024-01-01T00:00:00.000000Z' },
      messages: { days7: 0, days30: 4, days90: 4, total: 4 },
      // The only snapshot of the last seven days is the latest one.
      experience: {
        days7: null,
        days30: Number.MAX_SAFE_INTEGER - 150,
        days90: Number.MAX_SAFE_INTEGER - 100,
        days365: Number.MAX_SAFE_INTEGER - 100,
      },
      bossKills: { days7: null, days30: 1, days90: 0, days365: 0 },
    })
  })

  it('has null for what is not known, and 0 for what is known to be none', async () => {
    const rows = await byId()
    const none = { rank: null, joinedAt: null, experience: NO_GAINS, bossKills: NO_GAINS }
    expect(rowOf(rows, 'Nobody')).to.deep.equal({ name: 'Nobody', ...none, messages: NO_MESSAGES })
    expect(rowOf(rows, 'Silent')).to.deep.equal({ name: 'Silent', ...none, messages: NO_MESSAGES })
    expect(rowOf(rows, 'Nulls')).to.deep.equal({ name: 'Nulls', ...none, messages: NO_MESSAGES })
    expect(rowOf(rows, '!!!')).to.deep.equal({ name: '!!!', ...none, messages: NO_MESSAGES })
    const one = rowOf(rows, 'Micro')
    expect(one?.experience).to.deep.equal({ days7: null, days30: 1, days90: 1, days365: 1 })
    expect(one?.messages).to.deep.equal({ days7: 0, days30: 1, days90: 1, total: 1 })
  })

  it('knows nothing by username of who is nobody by name, or shares a normalised name', async () => {
    const rows = await byUsername()
    for (const name of ['!!!', 'Tie', 'Ti_e']) {
      const { messages, experience, bossKills } = rowOf(rows, name) ?? {}
      expect([messages, experience, bossKills], name).to.deep.equal([NOT_KNOWN, NO_GAINS, NO_GAINS])
    }
    expect(rowOf(rows, 'Tie')?.rank).to.equal('member')
    expect(rowOf(await byId(), 'Tie')?.messages.total).to.equal(2)
  })

  it('says the same by both families of every member that both know, and the same as before the migration', async () => {
    const both = (rows: readonly ActivityRow[]) => rows.filter(({ name }) => !/^(!!!|Tie|Ti_e)$/.test(name))
    const known = both(await byId())
    expect(known).to.have.length(11)
    expect(both(await byUsername())).to.deep.equal(known)
    expect(both(beforeMigrating)).to.deep.equal(known)
  })

  it('has one order, whatever order the members come in', async () => {
    const data = await activityData(analyticsById(db), NOW)
    const members = HOSTILE_NAMES.map((name) => ({ key: null, name, rank: null, joinedAt: null }))
    const rows = activityRows(members, data)
    expect(activityRows(members.toReversed(), data)).to.deep.equal(rows)
    expect(new Set(rows.map(({ name }) => name))).to.deep.equal(new Set(HOSTILE_NAMES))
  })

  it('tells names apart that a dictionary does not', () => {
    const data = { now: NOW, members: new Map() }
    const named = (...names: readonly string[]) =>
      activityRows(
        names.map((name) => ({ key: null, name, rank: null, joinedAt: null })),
        data,
      ).map(({ name }) => name)
    for (const names of [
      ['bell', 'bell\u0007'],
      ['bell\u0007', 'bell'],
    ] as const) {
      expect(named(...names)).to.deep.equal(['bell', 'bell\u0007'])
    }
  })
})
