import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { expect } from 'chai'
import type { DataSource } from 'typeorm'
import { CLAN_ROWS } from './testing/clan-rows.ts'
import { migrateUpTo, openSchema } from './testing/open-schema.ts'

let directory: string
let dataSource: DataSource

async function pairs(sql: string): Promise<readonly unknown[][]> {
  const rows: object[] = await dataSource.query(sql)
  return rows.map((row) => Object.values(row))
}

describe('the links', () => {
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'schema-links-'))
    dataSource = await openSchema(join(directory, 'clan.db'))
    await migrateUpTo(dataSource, 'DedupSnapshots')
    for (const statement of CLAN_ROWS) await dataSource.query(statement)
    await dataSource.runMigrations()
  })

  afterEach(async () => {
    await dataSource.destroy()
    await rm(directory, { recursive: true })
  })

  it('number members by the row ids they had', async () => {
    expect(await pairs('SELECT id, username FROM clan_members ORDER BY id')).to.deep.equal([
      [2, 'Bob'],
      [3, 'bob'],
      [5, 'Jo_hn'],
      [7, 'Élan'],
      [8, 'Straße'],
    ])
  })

  it('join snapshots by equal username', async () => {
    expect(await pairs('SELECT id, user_id FROM wom_snapshots ORDER BY id')).to.deep.equal([
      [1, 2],
      [2, 3],
      [3, null],
      [4, null],
      [9, 2],
    ])
  })

  it('join messages by the author, and leave ambiguous ones alone', async () => {
    expect(await pairs('SELECT content, user_id FROM discord_messages ORDER BY id')).to.deep.equal([
      ['exactly one of two', 3],
      ['ambiguous', null],
      ['beyond ASCII', 7],
      ['longer when folded', 8],
      ['plain', 5],
      ['not the same name', null],
      ['a space in front', null],
      ['nobody', null],
    ])
  })

  it('join boss rows where their snapshot exists', async () => {
    expect(await pairs('SELECT id, wom_snapshot_id FROM boss_snapshots ORDER BY id')).to.deep.equal([
      [1, 1],
      [2, 1],
      [3, 9],
      [4, null],
    ])
  })

  it('are enforced: a member who goes leaves rows unlinked, a snapshot takes its boss rows along', async () => {
    expect(await dataSource.query('PRAGMA foreign_key_check')).to.deep.equal([])
    await dataSource.query('DELETE FROM clan_members WHERE id IN (2, 7)')
    await dataSource.query('DELETE FROM wom_snapshots WHERE id = 9')
    expect(await pairs('SELECT id, user_id FROM wom_snapshots ORDER BY id')).to.deep.equal([
      [1, null],
      [2, 3],
      [3, null],
      [4, null],
    ])
    expect(await pairs(`SELECT user_id FROM discord_messages WHERE content = 'beyond ASCII'`)).to.deep.equal([
      [null],
    ])
    expect(await pairs('SELECT id FROM boss_snapshots ORDER BY id')).to.deep.equal([[1], [2], [4]])
  })

  it('never use an id twice', async () => {
    await dataSource.query('DELETE FROM clan_members WHERE id = 8')
    await dataSource.query(`INSERT INTO clan_members (username) VALUES ('Zoë')`)
    expect(await pairs(`SELECT id FROM clan_members WHERE username = 'Zoë'`)).to.deep.equal([[9]])
  })

  it('refuse a second member of the same name', async () => {
    const outcome = await dataSource.query(`INSERT INTO clan_members (username) VALUES ('Bob')`).catch(String)
    expect(outcome).to.contain('a member of this name or id is there already')
    await dataSource.query('DROP TRIGGER trg_clan_members_keep_id_insert')
    const unguarded = await dataSource
      .query(`INSERT INTO clan_members (username) VALUES ('Bob')`)
      .catch(String)
    expect(unguarded).to.contain('UNIQUE constraint failed: clan_members.username')
  })

  it('keep the ids of members who stay when the migration is reverted and applied again', async () => {
    await dataSource.query('DELETE FROM clan_members WHERE id = 3')
    await dataSource.query(`INSERT INTO clan_members (username) VALUES ('Zoë')`)
    const before = await pairs('SELECT * FROM clan_members ORDER BY id')
    await dataSource.undoLastMigration()
    await dataSource.runMigrations()
    expect(await pairs('SELECT * FROM clan_members ORDER BY id')).to.deep.equal(before)
  })
})
