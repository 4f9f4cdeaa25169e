import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { expect } from 'chai'
import type { DataSource } from 'typeorm'
import { CLAN_ROWS, HAND_MADE } from './testing/clan-rows.ts'
import { migrateUpTo, openSchema, type TransactionMode } from './testing/open-schema.ts'
import { readState } from './testing/read-state.ts'

const NAMES = [
  'InitialSchema',
  'AddIndexesForPerformance',
  'DedupSnapshots',
  'DropUnusedTables',
  'AddMissingIndexes',
  'NormalizeUserIds',
]

let directory: string
let dataSource: DataSource

async function open(mode?: TransactionMode): Promise<DataSource> {
  dataSource = await openSchema(join(directory, 'clan.db'), mode)
  return dataSource
}

async function run(...statements: readonly string[]): Promise<void> {
  for (const statement of statements) await dataSource.query(statement)
}

describe('the history', () => {
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'schema-history-'))
  })

  afterEach(async () => {
    await dataSource.destroy()
    await rm(directory, { recursive: true })
  })

  for (const mode of ['all', 'each', 'none'] as const) {
    it(`goes from empty to head and back, transactions: ${mode}`, async () => {
      await open(mode)
      const applied = await dataSource.runMigrations()
      expect(applied.map(({ name }) => name.slice(0, -13))).to.deep.equal(NAMES)
      expect(await dataSource.runMigrations()).to.deep.equal([])
      for (const _ of NAMES) await dataSource.undoLastMigration()
      expect(await readState(dataSource)).to.deep.equal({ catalog: {}, rows: {} })
    })

    for (const handMade of [[], HAND_MADE]) {
      const made = handMade.length > 0 ? 'with' : 'without'
      it(`gives back schema and rows, ${made} hand-made objects, transactions: ${mode}`, async () => {
        await open(mode)
        await migrateUpTo(dataSource, 'DedupSnapshots', mode)
        await run(...CLAN_ROWS, ...handMade)
        const before = await readState(dataSource)
        await migrateUpTo(dataSource, 'DropUnusedTables', mode)
        const states = [await readState(dataSource)]
        for (const name of ['AddMissingIndexes', 'NormalizeUserIds']) {
          await migrateUpTo(dataSource, name, mode)
          states.push(await readState(dataSource))
        }
        const head = states.pop()
        for (const state of states.reverse()) {
          await dataSource.undoLastMigration({ transaction: mode })
          expect(await readState(dataSource)).to.deep.equal(state)
        }
        await dataSource.undoLastMigration({ transaction: mode })
        const after = await readState(dataSource)
        expect(after.catalog).to.deep.equal(before.catalog)
        expect(after.rows).to.deep.equal({ ...before.rows, skill_snapshots: [] })
        await migrateUpTo(dataSource, 'NormalizeUserIds', mode)
        expect(await readState(dataSource)).to.deep.equal(head)
      })
    }
  }

  for (const [position, name] of NAMES.entries()) {
    it(`${name} alone: up, down and up again`, async () => {
      await open()
      const previous = NAMES[position - 1]
      if (previous !== undefined) await migrateUpTo(dataSource, previous)
      if (position === 3) await run(...CLAN_ROWS.slice(0, -1))
      if (position > 3) await run(...CLAN_ROWS.filter((sql) => !sql.includes('skill_snapshots')))
      const before = await readState(dataSource)
      await migrateUpTo(dataSource, name)
      const up = await readState(dataSource)
      expect(up).not.to.deep.equal(before)
      await dataSource.undoLastMigration()
      expect(await readState(dataSource)).to.deep.equal(before)
      await migrateUpTo(dataSource, name)
      expect(await readState(dataSource)).to.deep.equal(up)
    })
  }

  it('leads to the identical schema with and without the hand-made id', async () => {
    await open()
    await dataSource.runMigrations()
    const untouched = await readState(dataSource)
    await dataSource.destroy()
    dataSource = await openSchema(join(directory, 'other.db'))
    await migrateUpTo(dataSource, 'DedupSnapshots')
    await run('ALTER TABLE clan_members ADD COLUMN id INTEGER')
    await dataSource.runMigrations()
    const { catalog } = await readState(dataSource)
    const note = /\/\*.*?\*\//g
    for (const [object, sql] of Object.entries(untouched.catalog)) {
      expect(catalog[object]?.replace(note, ''), object).to.equal(sql?.replace(note, ''))
    }
  })

  it('keeps every child row when it reverts with foreign keys enforced, on a fresh connection', async () => {
    await open()
    await migrateUpTo(dataSource, 'DedupSnapshots')
    await run(...CLAN_ROWS)
    await dataSource.runMigrations()
    await dataSource.destroy()
    await open()
    expect(await dataSource.query('PRAGMA foreign_keys')).to.deep.equal([{ foreign_keys: 1 }])
    await dataSource.undoLastMigration()
    const { rows } = await readState(dataSource)
    expect(rows.boss_snapshots).to.have.lengthOf(4)
    expect(rows.discord_messages).to.have.lengthOf(8)
    expect(rows.wom_snapshots).to.have.lengthOf(5)
  })

  it('leaves nothing behind when a statement in the middle fails', async () => {
    await open()
    await migrateUpTo(dataSource, 'AddMissingIndexes')
    await run(...CLAN_ROWS.filter((sql) => !sql.includes('skill_snapshots')))
    await run('CREATE VIEW people AS SELECT username FROM clan_members')
    const before = await readState(dataSource)
    const runner = dataSource.createQueryRunner()
    const query = runner.query.bind(runner)
    runner.query = (sql: string, ...rest: unknown[]) =>
      /^UPDATE "?boss_snapshots/.test(sql)
        ? Promise.reject(new Error('the disk is full'))
        : query(sql, ...(rest as []))
    await expectRejection(dataSource.runMigrations(), 'the disk is full')
    runner.query = query
    expect(await readState(dataSource)).to.deep.equal(before)
    expect(await dataSource.query('SELECT * FROM sqlite_temp_schema')).to.deep.equal([])
    await dataSource.runMigrations()
  })
})

async function expectRejection(promise: Promise<unknown>, message: string): Promise<void> {
  const outcome = await promise.then(
    () => 'it went through',
    (error: unknown) => String(error),
  )
  expect(outcome).to.contain(message)
}
