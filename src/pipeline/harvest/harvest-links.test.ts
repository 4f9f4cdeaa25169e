import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import { expect } from 'chai'
import type { DataSource } from 'typeorm'
import { harvest } from './harvest.ts'
import { expectMigratedLinks } from './writing/testing/expect-migrated-links.ts'
import { literal } from './writing/testing/literal.ts'
import { type LiteralAnswers, literalSources } from './writing/testing/literal-sources.ts'
import { openClan } from './writing/testing/open-clan.ts'

const NOW = '2025-12-05T12:00:00.000000Z'
const EVERYBODY = ['Bob', 'bob', 'Jo_hn', 'Élan', 'Straße']

let directory: string
let db: DataSource
let files = 0

function harvested(names: readonly string[], rest: Partial<LiteralAnswers> = {}) {
  const members = names.map((name) => literal.member(name))
  return harvest(db, literalSources({ members, ...rest }), { now: NOW })
}

/** What belongs to whom, by name. */
async function belongings(table: 'wom_snapshots' | 'discord_messages', of: string) {
  const rows: { readonly what: unknown; readonly member: string | null }[] = await db.query(
    `SELECT ${of} AS what, member.username AS member FROM ${table} AS one
     LEFT JOIN clan_members AS member ON member.id = one.user_id ORDER BY one.id`,
  )
  return rows.map(({ what, member }) => [what, member])
}

describe('the links after a harvest', () => {
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'harvest-links-'))
  })

  after(() => rm(directory, { recursive: true }))

  beforeEach(async () => {
    db = await openClan(join(directory, `${++files}.db`), 'NormalizeUserIds', { handMade: true })
  })

  afterEach(async () => {
    await expectMigratedLinks(db)
    await db.destroy()
  })

  it('are on every new row: snapshots, boss rows, messages', async () => {
    const { linked, snapshots, bosses, messages } = await harvested(EVERYBODY, {
      snapshots: { Bob: [literal.snapshot('2025-12-04 10:00'), literal.snapshot('2025-12-05 10:00')] },
      channels: {
        1: [
          [literal.message('9000000000000000001', 'STRASSE'), literal.message('9000000000000000002', 'MEE6')],
        ],
      },
    })
    expect({ linked, snapshots, bosses, messages }).to.deep.equal({
      linked: true,
      snapshots: { stored: 2, skipped: 0 },
      bosses: { stored: 2, skipped: 4 },
      messages: { stored: 2, skipped: 0 },
    })
    expect(
      await db.query('SELECT id, user_id, username FROM wom_snapshots WHERE id > 9 ORDER BY id'),
    ).to.deep.equal([
      { id: 778, user_id: 2, username: 'Bob' },
      { id: 779, user_id: 2, username: 'Bob' },
    ])
    expect(
      await db.query(
        'SELECT id, snapshot_id, wom_snapshot_id, boss_name, kills FROM boss_snapshots WHERE id > 4',
      ),
    ).to.deep.equal([
      { id: 5, snapshot_id: 778, wom_snapshot_id: 778, boss_name: 'vorkath', kills: 12 },
      { id: 6, snapshot_id: 779, wom_snapshot_id: 779, boss_name: 'vorkath', kills: 12 },
    ])
    expect(
      await db.query(`SELECT author_name, user_id FROM discord_messages WHERE channel_id = 1 ORDER BY id`),
    ).to.deep.equal([
      { author_name: 'STRASSE', user_id: 8 },
      { author_name: 'MEE6', user_id: null },
    ])
  })

  it('reach what is there already of somebody new, by the migration’s rule', async () => {
    await harvested([...EVERYBODY, 'Gone', 'élan', 'JOHN'])
    expect(await belongings('wom_snapshots', 'one.username')).to.deep.equal([
      ['Bob', 'Bob'],
      ['bob', 'bob'],
      ['élan', 'élan'],
      ['Gone', 'Gone'],
      ['Bob', 'Bob'],
    ])
    expect(await belongings('discord_messages', 'content')).to.deep.include.members([
      ['not the same name', 'JOHN'],
      ['plain', 'Jo_hn'],
    ])
  })

  it('are taken away where somebody new makes a name ambiguous, but for who has it exactly', async () => {
    const rows = [
      literal.message('1', 'élan'),
      literal.message('2', 'Élan'),
      literal.message('3', 'e\u0301lan'),
    ]
    await harvested(EVERYBODY, { channels: { 1: [rows] } })
    const before = await belongings('discord_messages', 'author_name')
    expect(before.slice(0, 3).map(([, member]) => member)).to.deep.equal(['Élan', 'Élan', 'Élan'])
    await harvested([...EVERYBODY, 'élan'])
    const now = await belongings('discord_messages', 'author_name')
    expect(now.slice(0, 3).map(([, member]) => member)).to.deep.equal(['élan', 'Élan', null])
    expect(now).to.deep.include(['éLAN', null])
  })

  it('come back where somebody leaves and the name is nobody else’s', async () => {
    await harvested(EVERYBODY.slice(1))
    expect(await belongings('discord_messages', 'content')).to.deep.include.members([
      ['exactly one of two', 'bob'],
      ['ambiguous', 'bob'],
    ])
  })

  it('are written to no row whose link is right already', async () => {
    await harvested(EVERYBODY, { channels: { 1: [[literal.message('5', 'Élan')]] } })
    await db.query('CREATE TABLE written (of integer)')
    for (const table of ['wom_snapshots', 'discord_messages']) {
      await db.query(
        `CREATE TRIGGER watch_${table} AFTER UPDATE ON ${table} BEGIN INSERT INTO written VALUES (OLD.id); END`,
      )
    }
    await harvested([...EVERYBODY, 'élan', 'Bob 2'])
    await harvested([...EVERYBODY, 'élan'])
    const written = await db.query('SELECT CAST(of AS text) AS id FROM written ORDER BY of')
    for (const table of ['wom_snapshots', 'discord_messages']) await db.query(`DROP TRIGGER watch_${table}`)
    await db.query('DROP TABLE written')
    expect(written).to.deep.equal([{ id: '3' }, { id: '1318672905128575081' }])
  })

  it('are those of a name as it is stored, where an author’s name is no whole text', async () => {
    await harvested([...EVERYBODY, 'x\ufffd'], { channels: { 1: [[literal.message('5', 'X\ud800')]] } })
    expect(await belongings('discord_messages', 'author_name')).to.deep.include(['X\ufffd', 'x\ufffd'])
  })
})
