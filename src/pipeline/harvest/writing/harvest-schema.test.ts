import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { expect } from 'chai'
import type { DataSource } from 'typeorm'
import { readHarvestSchema } from './harvest-schema.ts'
import { openClan } from './testing/open-clan.ts'

let directory: string
let db: DataSource | undefined

async function opened(...clan: Parameters<typeof openClan> extends [string, ...infer Rest] ? Rest : never) {
  db = await openClan(join(directory, 'clan.db'), ...clan)
  return db
}

describe('readHarvestSchema', () => {
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'harvest-schema-'))
  })

  afterEach(async () => {
    await db?.destroy()
    await rm(directory, { recursive: true })
  })

  it('tells the schemas apart, and a column that somebody added by hand from an id', async () => {
    expect(await readHarvestSchema(await opened('NormalizeUserIds', { handMade: true }))).to.deep.equal({
      linked: true,
      handMadeId: false,
    })
    await db?.undoLastMigration()
    expect(db && (await readHarvestSchema(db))).to.deep.equal({ linked: false, handMadeId: true })
  })

  it('knows that there is no such column where nobody added one', async () => {
    expect(await readHarvestSchema(await opened('rolled back'))).to.deep.equal({
      linked: false,
      handMadeId: false,
    })
  })

  it('refuses a database with some of the links, and says which are missing', async () => {
    const clan = await opened('AddMissingIndexes')
    await clan.query('ALTER TABLE discord_messages ADD COLUMN user_id integer')
    const error = await readHarvestSchema(clan).catch(String)
    expect(error).to.match(
      /^SchemaError: .*\n.*missing: wom_snapshots.user_id, boss_snapshots.wom_snapshot_id\n/,
    )
  })
})
