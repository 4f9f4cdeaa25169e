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

/** Before the day on which anything new could be asked for. */
const NOW = '2025-12-01T00:00:00.000000Z'

let directory: string
let db: DataSource
let files = 0

async function left(members: LiteralAnswers['members'], rest: Partial<LiteralAnswers> = {}) {
  const { leavers } = await harvest(db, literalSources({ members, ...rest }), { now: NOW })
  return leavers
}

function listed(...names: readonly string[]) {
  return names.map((name) => literal.member(name, { role: null }))
}

async function pairs(sql: string): Promise<readonly unknown[][]> {
  const rows: object[] = await db.query(sql)
  return rows.map((row) => Object.values(row))
}

/** How many rows there are of what a member leaves behind, and of what is linked of it. */
async function leftBehind() {
  const tables = ['wom_snapshots', 'discord_messages', 'boss_snapshots']
  return Promise.all(tables.map(async (table) => pairs(`SELECT count(*) FROM ${table}`)))
}

before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'harvest-leavers-'))
})

after(() => rm(directory, { recursive: true }))

for (const state of SCHEMA_STATES) {
  describe(`those who left, on the schema at ${state}`, () => {
    beforeEach(async () => {
      db = await openClan(join(directory, `${++files}.db`), state)
    })

    afterEach(async () => {
      await expectMigratedLinks(db)
      await db.destroy()
    })

    it('are removed while they are a fifth of the clan; what they leave behind stays, without a link', async () => {
      const before = await leftBehind()
      expect(await left(listed('bob', 'Jo_hn', 'Élan', 'Straße'))).to.deep.equal({
        names: ['Bob'],
        decision: 'removed',
      })
      expect(await pairs('SELECT rowid, username FROM clan_members ORDER BY rowid')).to.deep.equal([
        [3, 'bob'],
        [5, 'Jo_hn'],
        [7, 'Élan'],
        [8, 'Straße'],
      ])
      expect(await leftBehind()).to.deep.equal(before)
      expect(await db.query('PRAGMA foreign_key_check')).to.deep.equal([])
    })

    it('are all kept where they are one more than a fifth', async () => {
      const before = await readState(db)
      expect(await left(listed('bob', 'Élan', 'Straße'))).to.deep.equal({
        names: ['Bob', 'Jo_hn'],
        decision: 'too many',
      })
      expect(await readState(db)).to.deep.equal(before)
    })

    it('are counted beside everybody in the list, also those who are new', async () => {
      const six = listed('bob', 'Élan', 'Straße', 'New 1', 'New 2', 'New 3', 'New 4')
      expect(await left(six)).to.deep.equal({ names: ['Bob', 'Jo_hn'], decision: 'too many' })
      const eight = listed('bob', 'Élan', 'Straße', 'New 1', 'New 2', 'New 3', 'New 4', 'New 5')
      expect((await left(eight)).decision).to.equal('removed')
    })

    it('are kept where nobody is listed at all', async () => {
      const before = await readState(db)
      const { names, decision } = await left([])
      expect([names.length, decision]).to.deep.equal([5, 'too many'])
      expect(await readState(db)).to.deep.equal(before)
    })

    it('are not known where an entry names nobody, or where there is no list', async () => {
      const unreadable = [{ entry: 'entry 3', kind: 'no name', reason: 'the name is empty' }] as const
      const before = await readState(db)
      const four = listed('bob', 'Jo_hn', 'Élan', 'Straße')
      expect(await left(four, { unreadable })).to.deep.equal({ names: ['Bob'], decision: 'unknown' })
      const gone = new SourceError({ kind: 'server error', reason: 'the clan answers 502' })
      expect(await left(gone)).to.deep.equal({ names: [], decision: 'unknown' })
      expect(await readState(db)).to.deep.equal(before)
    })

    it('are removed without a trace of a link, though foreign keys are not enforced and others linked', async () => {
      await db.query('PRAGMA foreign_keys = OFF')
      if (state === 'NormalizeUserIds') {
        await db.query(`UPDATE discord_messages SET user_id = 2 WHERE author_name = ' Bob'`)
      }
      await left(listed('bob', 'Jo_hn', 'Élan', 'Straße'))
      expect(await db.query('PRAGMA foreign_key_check')).to.deep.equal([])
    })

    it('come back as somebody new, to whom belongs again what was theirs', async () => {
      const everybody = listed('Bob', 'bob', 'Jo_hn', 'Élan', 'Straße')
      const { rows } = await readState(db)
      await left(everybody.slice(1))
      await left(everybody)
      const now = await readState(db)
      for (const table of ['wom_snapshots', 'discord_messages', 'boss_snapshots']) {
        const again = now.rows[table]?.map((row) => row.replaceAll('"user_id":9', '"user_id":2'))
        expect(again).to.deep.equal(rows[table])
      }
      expect(await pairs(`SELECT rowid FROM clan_members WHERE username = 'Bob'`)).to.deep.equal([[9]])
    })
  })
}
