import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import { expect } from 'chai'
import type { DataSource } from 'typeorm'
import { readState } from '../../schema/testing/read-state.ts'
import { harvest } from './harvest.ts'
import { SourceError } from './sources/source-error.ts'
import { expectMigratedLinks } from './writing/testing/expect-migrated-links.ts'
import { literal } from './writing/testing/literal.ts'
import { type LiteralAnswers, literalSources } from './writing/testing/literal-sources.ts'
import { openClan, SCHEMA_STATES } from './writing/testing/open-clan.ts'

const NOW = '2025-12-05T12:00:00.000000Z'
const MEMBERS = ['Bob', 'bob', 'Jo_hn', 'Élan', 'Straße', 'Gone'].map((name) => literal.member(name))
const LATE = new SourceError({ kind: 'timed out', reason: 'no answer in 10 s' })

/** Everybody has a snapshot; `Gone` is new, and has left one behind. */
const ANSWERS = {
  members: MEMBERS,
  snapshots: Object.fromEntries(
    MEMBERS.map(({ username }) => [username, [literal.snapshot('2025-12-05 10:00')]]),
  ),
  channels: { 1: [[literal.message('1', 'GONE'), literal.message('2', 'Bob')]] },
} satisfies LiteralAnswers

let directory: string
let db: DataSource
let files = 0

function harvested(answers: LiteralAnswers) {
  return harvest(db, literalSources(answers), { now: NOW })
}

function failing(...names: readonly string[]): LiteralAnswers {
  const failures = Object.fromEntries(names.map((name) => [name, LATE]))
  return { ...ANSWERS, snapshots: { ...ANSWERS.snapshots, ...failures } }
}

before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'harvest-failures-'))
})

after(() => rm(directory, { recursive: true }))

for (const state of SCHEMA_STATES) {
  describe(`a harvest whose sources fail, on the schema at ${state}`, () => {
    beforeEach(async () => {
      db = await openClan(join(directory, `${++files}.db`), state)
    })

    afterEach(async () => {
      await expectMigratedLinks(db)
      await db.destroy()
    })

    it('leaves nothing of a player behind, stores the rest, and is repaired by the next', async () => {
      const { failures, members, snapshots } = await harvested(failing('Straße', 'Gone'))
      const fault = { source: 'player', kind: 'timed out', reason: 'no answer in 10 s' }
      expect(failures).to.deep.equal([
        { ...fault, of: 'Straße' },
        { ...fault, of: 'Gone' },
      ])
      expect([members.added, members.updated, snapshots.stored]).to.deep.equal([[], ['Bob'], 4])
      const of = (name: string) => [
        db.query('SELECT role FROM clan_members WHERE username = ?', [name]),
        db.query('SELECT id FROM wom_snapshots WHERE username = ?', [name]),
      ]
      expect(await Promise.all([...of('Straße'), ...of('Gone')])).to.deep.equal([
        [{ role: null }],
        [],
        [],
        [{ id: 4 }],
      ])
      const repaired = await harvested(ANSWERS)
      expect(repaired.failures).to.deep.equal([])
      expect([repaired.members.added, repaired.members.updated]).to.deep.equal([['Gone'], ['Straße']])
      expect(repaired.snapshots).to.deep.equal({ stored: 2, skipped: 0 })
    })

    it('goes on with the stored members, under their names, where there is no list', async () => {
      const before = await readState(db)
      const sources = literalSources({ ...ANSWERS, members: LATE })
      const { failures, members, leavers, snapshots } = await harvest(db, sources, { now: NOW })
      expect(failures).to.deep.equal([
        { source: 'clan', of: 'members', kind: 'timed out', reason: 'no answer in 10 s' },
      ])
      expect(members).to.deep.equal({ listed: null, added: [], updated: [] })
      expect(leavers).to.deep.equal({ names: [], decision: 'unknown' })
      expect(snapshots.stored).to.equal(5)
      expect(sources.asked).to.deep.equal([
        'clan',
        `Bob 2025-12-04T00:00:00.000000Z ${NOW}`,
        `Jo_hn 2024-03-01T00:00:00.000000Z ${NOW}`,
        `Straße 2025-11-05T12:00:00.000000Z ${NOW}`,
        `bob 2025-12-02T00:00:00.000000Z ${NOW}`,
        `Élan 2025-11-05T12:00:00.000000Z ${NOW}`,
        '1 after null',
      ])
      expect((await readState(db)).rows.clan_members).to.deep.equal(before.rows.clan_members)
    })

    it('lists what failed in the order in which it was asked for', async () => {
      const unreadable = [{ entry: 'entry 7', kind: 'no name', reason: 'the name is empty' }] as const
      const { failures } = await harvested({
        ...failing('Élan', 'bob'),
        members: [...MEMBERS, literal.member('Bob')],
        unreadable,
        channels: { 1: [LATE] },
      })
      expect(failures.map(({ source, of }) => `${source} ${of}`)).to.deep.equal([
        'clan entry 7',
        'clan Bob',
        'player bob',
        'player Élan',
        'channel 1',
      ])
    })

    it('changes nothing when it is done a second time with the same answers', async () => {
      for (const answers of [ANSWERS, failing('Gone'), { ...ANSWERS, members: MEMBERS.slice(0, -1) }]) {
        await harvested(answers)
        const state = await readState(db)
        const { members, snapshots, bosses, messages } = await harvested(answers)
        expect([members.added, members.updated]).to.deep.equal([[], []])
        expect([snapshots.stored, bosses.stored, messages.stored]).to.deep.equal([0, 0, 0])
        expect(await readState(db)).to.deep.equal(state)
      }
    })

    it('stops at every error that is no source’s, wherever it comes from', async () => {
      const bug = new TypeError('a bug')
      const everywhere = [
        { ...ANSWERS, members: bug },
        { ...ANSWERS, snapshots: { ...ANSWERS.snapshots, Élan: bug } },
        { ...ANSWERS, channels: { 1: [bug] } },
      ]
      for (const answers of everywhere) {
        expect(await harvested(answers).catch((error: unknown) => error)).to.equal(bug)
      }
    })

    it('stops at an error of the database, with the members before it stored and nothing of that one', async () => {
      await db.query(`CREATE TRIGGER no_room BEFORE INSERT ON boss_snapshots
        WHEN NEW.snapshot_id IN (SELECT id FROM wom_snapshots WHERE username = 'Jo_hn')
        BEGIN SELECT RAISE(ABORT, 'no room'); END`)
      const before = await readState(db)
      const error = await harvested(ANSWERS).catch(String)
      expect(error).to.contain('no room')
      const now = await readState(db)
      expect(now.rows.wom_snapshots?.length).to.equal((before.rows.wom_snapshots?.length ?? 0) + 2)
      await db.query('DROP TRIGGER no_room')
      expect((await harvested(ANSWERS)).snapshots).to.deep.equal({ stored: 4, skipped: 0 })
    })
  })
}
