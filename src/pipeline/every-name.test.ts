import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import type { DataSource } from 'typeorm'
import { migrateUpTo, openSchema } from '../schema/testing/open-schema.ts'
import { everyName } from './every-name.ts'

let directory: string
let db: DataSource

describe('everyName', () => {
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'pipeline-every-name-'))
    db = await openSchema(join(directory, 'clan.db'))
    await migrateUpTo(db, 'DedupSnapshots')
  })

  after(async () => {
    await db.destroy()
    await rm(directory, { recursive: true })
  })

  it('gives nothing where there is nothing', async () => {
    expect(await everyName(db, 'messages')).to.deep.equal([])
    expect(await everyName(db, 'snapshots')).to.deep.equal([])
  })

  it('gives each spelling once, in the order of the index, and no NULL', async () => {
    const names = ['bob', 'Bob', null, '', 'Bob', 'Zoë', 'b\0b', Buffer.from('Bob')]
    for (const name of names) {
      await db.query('INSERT INTO discord_messages (author_name, created_at) VALUES (?, ?)', [
        name,
        '2025-12-01 00:00:00.000000',
      ])
    }
    expect(await everyName(db, 'messages')).to.deep.equal([
      '',
      'Bob',
      'Zoë',
      'b\0b',
      'bob',
      Buffer.from('Bob'),
    ])
  })

  it('reads neither table from one end to the other', async () => {
    const sent: string[] = []
    const query: DataSource['query'] = (sql) => {
      sent.push(sql)
      return db.query(sql)
    }
    for (const rows of ['messages', 'snapshots'] as const) await everyName({ query }, rows)
    expect(sent).to.have.length(2)
    for (const sql of sent) {
      const plan: { detail: string }[] = await db.query(`EXPLAIN QUERY PLAN ${sql}`)
      const details = plan.map(({ detail }) => detail)
      expect(details.filter((detail) => /^SCAN (wom|discord)/.test(detail))).to.deep.equal([])
      expect(details.filter((detail) => detail.includes('USING COVERING INDEX'))).to.have.length(2)
    }
  })
})
