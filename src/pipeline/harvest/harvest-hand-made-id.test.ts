import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import { expect } from 'chai'
import type { DataSource } from 'typeorm'
import { harvest } from './harvest.ts'
import { SourceError } from './sources/source-error.ts'
import { literal } from './writing/testing/literal.ts'
import { type LiteralAnswers, literalSources } from './writing/testing/literal-sources.ts'
import { openClan } from './writing/testing/open-clan.ts'

const MEMBERS = ['Bob', 'bob', 'Jo_hn', 'Élan', 'Straße', 'Ann', 'Zoë'].map((name) => literal.member(name))

let directory: string
let db: DataSource
let files = 0

async function harvested(members: LiteralAnswers['members']): Promise<readonly string[]> {
  const sources = literalSources({ members })
  await harvest(db, sources, { now: '2025-12-05T00:00:00.000000Z' })
  return sources.asked.map((question) => question.split(' ')[0] ?? '')
}

async function ids() {
  const rows: object[] = await db.query('SELECT id, username FROM clan_members ORDER BY rowid')
  return rows.map((row) => Object.values(row))
}

describe('a harvest beside a column of ids that somebody added by hand', () => {
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'harvest-hand-made-'))
  })

  after(() => rm(directory, { recursive: true }))

  beforeEach(async () => {
    db = await openClan(join(directory, `${++files}.db`), 'AddMissingIndexes', { handMade: true })
  })

  afterEach(() => db.destroy())

  it('leaves it empty where it is empty', async () => {
    await harvested(MEMBERS)
    expect((await ids()).map(([id]) => id)).to.deep.equal([null, null, null, null, null, null, null])
  })

  it('gives somebody new the next one where everybody has one, so that the migration accepts them', async () => {
    await db.query('UPDATE clan_members SET id = 20 - rowid')
    const numbered = [
      [18, 'Bob'],
      [17, 'bob'],
      [15, 'Jo_hn'],
      [13, 'Élan'],
      [12, 'Straße'],
      [19, 'Ann'],
      [20, 'Zoë'],
    ]
    await harvested(MEMBERS)
    expect(await ids()).to.deep.equal(numbered)
    await db.runMigrations()
    expect(await ids()).to.have.deep.members(numbered)
  })

  it('asks for the members in the same order before and after the migration, where there is no list', async () => {
    await db.query('UPDATE clan_members SET id = 20 - rowid')
    const gone = new SourceError({ kind: 'no answer', reason: 'nobody there' })
    const before = await harvested(gone)
    await db.runMigrations()
    expect(await harvested(gone)).to.deep.equal(before)
    expect(before).to.deep.equal(['clan', 'Bob', 'Jo_hn', 'Straße', 'bob', 'Élan'])
  })
})
