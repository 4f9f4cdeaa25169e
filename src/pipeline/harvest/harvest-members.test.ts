import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import { expect } from 'chai'
import type { DataSource } from 'typeorm'
import { readState } from '../../schema/testing/read-state.ts'
import { harvest } from './harvest.ts'
import { expectMigratedLinks } from './writing/testing/expect-migrated-links.ts'
import { literal } from './writing/testing/literal.ts'
import { type LiteralAnswers, literalSources } from './writing/testing/literal-sources.ts'
import { openClan, SCHEMA_STATES } from './writing/testing/open-clan.ts'

const NOW = '2025-12-05T12:00:00.000000Z'
const EVERYBODY = ['Bob', 'bob', 'Jo_hn', 'Élan', 'Straße'].map((name) => literal.member(name))

let directory: string
let db: DataSource
let files = 0

function harvested(answers: LiteralAnswers) {
  return harvest(db, literalSources(answers), { now: NOW })
}

async function pairs(sql: string): Promise<readonly unknown[][]> {
  const rows: object[] = await db.query(sql)
  return rows.map((row) => Object.values(row))
}

before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'harvest-members-'))
})

after(() => rm(directory, { recursive: true }))

for (const state of SCHEMA_STATES) {
  describe(`the members that a harvest stores, on the schema at ${state}`, () => {
    beforeEach(async () => {
      db = await openClan(join(directory, `${++files}.db`), state)
    })

    afterEach(async () => {
      await expectMigratedLinks(db)
      await db.destroy()
    })

    it('are updated in place: every id stays, and what is listed of them is what is stored', async () => {
      const ids = await pairs('SELECT rowid, username FROM clan_members ORDER BY rowid')
      const bob = literal.member('Bob', {
        role: 'general',
        joinedAt: '2024-01-02T00:00:00.000000Z',
        lastUpdated: '2025-12-05T11:00:00.000000Z',
      })
      const { members, leavers, failures } = await harvested({ members: [bob, ...EVERYBODY.slice(1)] })
      expect({ members, leavers, failures }).to.deep.equal({
        members: { listed: 5, added: [], updated: ['Bob', 'Straße'] },
        leavers: { names: [], decision: 'none' },
        failures: [],
      })
      expect(await pairs('SELECT rowid, username FROM clan_members ORDER BY rowid')).to.deep.equal(ids)
      expect(
        await pairs(
          'SELECT username, role, joined_at, last_updated FROM clan_members ORDER BY rowid LIMIT 2',
        ),
      ).to.deep.equal([
        ['Bob', 'general', '2024-01-02 00:00:00.000000+00:00', '2025-12-05 11:00:00.000000+00:00'],
        ['bob', 'member', '2024-02-01 00:00:00.000000+00:00', null],
      ])
    })

    it('keep what the list does not know', async () => {
      const unknown = EVERYBODY.map((member) => ({ ...member, role: null }))
      const before = await readState(db)
      const { members } = await harvested({ members: unknown })
      expect(members.updated).to.deep.equal([])
      expect(await readState(db)).to.deep.equal(before)
    })

    it('keep their spelling and their id where the list spells them otherwise; their snapshots have it', async () => {
      const listed = ['Bob', 'bob', 'JO HN', 'e\u0301lan', 'STRASSE'].map((name) => literal.member(name))
      const ids = await pairs('SELECT rowid, username FROM clan_members ORDER BY rowid')
      const sources = literalSources({
        members: listed,
        snapshots: { 'JO HN': [literal.snapshot('2025-12-05 10:00')] },
      })
      const { members, leavers } = await harvest(db, sources, { now: NOW })
      expect([members.added, leavers.decision]).to.deep.equal([[], 'none'])
      expect(sources.asked).to.include('JO HN 2024-03-01T00:00:00.000000Z 2025-12-05T12:00:00.000000Z')
      expect(await pairs('SELECT rowid, username FROM clan_members ORDER BY rowid')).to.deep.equal(ids)
      expect(await pairs('SELECT username FROM wom_snapshots WHERE id > 9')).to.deep.equal([['Jo_hn']])
    })

    it('are not touched where several are called so, and nobody is removed then', async () => {
      await db.query(`INSERT INTO clan_members (username) VALUES ('jo-hn'), ('Ghost')`)
      const before = await readState(db)
      const listed = ['Bob', 'bob', 'Jo hn', 'Élan', 'Straße'].map((name) =>
        literal.member(name, { role: null }),
      )
      const snapshots = { 'Jo hn': [literal.snapshot('2025-12-05 10:00')] }
      const { members, leavers, failures } = await harvested({ members: listed, snapshots })
      expect(failures.map(({ source, of, kind }) => [source, of, kind])).to.deep.equal([
        ['clan', 'Jo hn', 'no name'],
      ])
      expect(members).to.deep.equal({ listed: 5, added: [], updated: [] })
      expect(leavers).to.deep.equal({ names: ['Ghost'], decision: 'unknown' })
      expect(await readState(db)).to.deep.equal(before)
    })

    it('that are new come last, in the order of the list, with what is answered about them', async () => {
      const listed = [literal.member('Zoë', { role: null }), ...EVERYBODY, literal.member('Ann')]
      const { members } = await harvested({
        members: listed,
        snapshots: { Ann: [literal.snapshot('2025-12-05 10:00')] },
      })
      expect(members.added).to.deep.equal(['Zoë', 'Ann'])
      expect(
        await pairs('SELECT rowid, username, role FROM clan_members WHERE rowid > 8 ORDER BY rowid'),
      ).to.deep.equal([
        [9, 'Zoë', null],
        [10, 'Ann', 'member'],
      ])
      expect(await pairs('SELECT id, username FROM wom_snapshots WHERE id > 9')).to.deep.equal([[778, 'Ann']])
    })

    it('count once where an entry is repeated, and those who left are removed all the same', async () => {
      await db.query(`INSERT INTO clan_members (username) VALUES ('Ghost')`)
      const again = literal.member('Bob', { role: 'fool' })
      const { members, leavers, failures } = await harvested({ members: [...EVERYBODY, again] })
      expect(members.listed).to.equal(5)
      expect(failures.map(({ of, kind }) => [of, kind])).to.deep.equal([['Bob', 'unreadable']])
      expect(leavers).to.deep.equal({ names: ['Ghost'], decision: 'removed' })
      expect(await pairs(`SELECT role FROM clan_members WHERE username = 'Bob'`)).to.deep.equal([['member']])
    })
  })
}
