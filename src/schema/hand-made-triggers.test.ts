import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { expect } from 'chai'
import type { DataSource } from 'typeorm'
import { CLAN_ROWS, HAND_MADE } from './testing/clan-rows.ts'
import { migrateUpTo, openSchema } from './testing/open-schema.ts'
import { type DatabaseState, readState } from './testing/read-state.ts'

const INSERT = 'trg_clan_members_keep_id_insert'
const UPDATE = 'trg_clan_members_keep_id_update'

/** A trigger of somebody's on each table that the migration rebuilds or fills, and on a view. */
const OTHERS = [
  'CREATE TABLE audit (what text)',
  'CREATE VIEW people AS SELECT username FROM clan_members',
  'CREATE TRIGGER joined BEFORE INSERT ON clan_members BEGIN INSERT INTO audit VALUES (NEW.username); END',
  `CREATE TRIGGER promoted AFTER UPDATE OF role ON clan_members BEGIN INSERT INTO audit VALUES (NEW.role); END`,
  `CREATE TRIGGER left_us AFTER DELETE ON clan_members BEGIN INSERT INTO audit VALUES (OLD.username); END`,
  'CREATE TRIGGER seen AFTER INSERT ON wom_snapshots BEGIN INSERT INTO audit VALUES (NEW.username); END',
  'CREATE TRIGGER said AFTER UPDATE ON discord_messages BEGIN INSERT INTO audit VALUES (NEW.id); END',
  `CREATE TRIGGER through INSTEAD OF INSERT ON people BEGIN
     INSERT OR REPLACE INTO clan_members (username) VALUES (NEW.username); END`,
]

let directory: string
let dataSource: DataSource

async function run(...statements: readonly string[]): Promise<void> {
  for (const statement of statements) await dataSource.query(statement)
}

/** As if nobody had recorded that the migration ran. */
async function forget(): Promise<void> {
  await run(`DELETE FROM migrations WHERE name LIKE 'NormalizeUserIds%'`)
}

async function againUp(): Promise<void> {
  await forget()
  await dataSource.runMigrations()
}

async function stopped(step: () => Promise<unknown>): Promise<string> {
  const before = await readState(dataSource)
  const outcome: unknown = await step().then(
    () => 'nothing stopped it',
    (error: unknown) => error,
  )
  expect(outcome).to.have.property('name', 'SchemaError')
  expect(await readState(dataSource)).to.deep.equal(before)
  return String(outcome)
}

function triggersOf({ catalog }: DatabaseState): readonly string[] {
  return Object.keys(catalog).filter((object) => object.startsWith('trigger '))
}

async function textOf(trigger: string): Promise<string> {
  return (await readState(dataSource)).catalog[`trigger ${trigger}`] ?? ''
}

describe('the triggers of the refactoring', () => {
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'schema-triggers-'))
    dataSource = await openSchema(join(directory, 'clan.db'))
    await migrateUpTo(dataSource, 'AddMissingIndexes')
    await run(...CLAN_ROWS.filter((sql) => !sql.includes('skill_snapshots')))
  })

  afterEach(async () => {
    await dataSource.destroy()
    await rm(directory, { recursive: true })
  })

  it('come and go with it, and are the only ones', async () => {
    expect(triggersOf(await readState(dataSource))).to.deep.equal([])
    await dataSource.runMigrations()
    expect(triggersOf(await readState(dataSource))).to.deep.equal([`trigger ${INSERT}`, `trigger ${UPDATE}`])
    await dataSource.undoLastMigration()
    expect(triggersOf(await readState(dataSource))).to.deep.equal([])
  })

  for (const [made, statements] of [
    ['nothing', []],
    ["somebody's triggers and view", OTHERS],
    ['what production has by hand', HAND_MADE],
  ] as const) {
    it(`stand beside ${made}: up, up again without a record, down, up`, async () => {
      await run(...statements)
      const before = await readState(dataSource)
      await dataSource.runMigrations()
      const up = await readState(dataSource)
      for (const object of triggersOf(before)) expect(up.catalog[object]).to.equal(before.catalog[object])
      expect(triggersOf(up)).to.have.lengthOf(triggersOf(before).length + 2)
      expect(up.rows.audit).to.deep.equal(before.rows.audit)
      await againUp()
      expect(await readState(dataSource)).to.deep.equal(up)
      await dataSource.undoLastMigration()
      expect(await readState(dataSource)).to.deep.equal(before)
      await dataSource.runMigrations()
      expect(await readState(dataSource)).to.deep.equal(up)
    })
  }

  it("fire beside somebody's own, which note what goes through and nothing else", async () => {
    await run(...OTHERS)
    await dataSource.runMigrations()
    const outcomes = []
    for (const statement of [
      `INSERT OR REPLACE INTO clan_members (username) VALUES ('Bob')`,
      `INSERT INTO people (username) VALUES ('Bob')`,
      `INSERT INTO people (username) VALUES ('Zoë')`,
      `UPDATE OR REPLACE clan_members SET role = 'x', username = 'Bob' WHERE id = 5`,
      `UPDATE clan_members SET role = 'y' WHERE id = 5`,
    ]) {
      outcomes.push(
        await dataSource.query(statement).then(
          () => 'done',
          () => 'refused',
        ),
      )
    }
    expect(outcomes).to.deep.equal(['refused', 'refused', 'done', 'refused', 'done'])
    expect(await dataSource.query('SELECT what FROM audit')).to.deep.equal([{ what: 'Zoë' }, { what: 'y' }])
  })

  it('are accepted in other words, which stay as they are, and go on the way down', async () => {
    const before = await readState(dataSource)
    await dataSource.runMigrations()
    const text = await textOf(INSERT)
    const other = text
      .replaceAll('"', '')
      .replace('BEFORE INSERT', 'before\n  insert')
      .replace('WHEN', '/* by hand */ WHEN')
      .replace(INSERT, INSERT.toUpperCase())
    expect(other).not.to.equal(text)
    await run(`DROP TRIGGER ${INSERT}`, other)
    const head = await readState(dataSource)
    await againUp()
    expect(await readState(dataSource)).to.deep.equal(head)
    await dataSource.undoLastMigration()
    expect(await readState(dataSource)).to.deep.equal(before)
  })

  for (const [what, from, to, words] of [
    ['does nothing', /RAISE\([^)]*\)/, '1', '… 1 ; end; expected: … raise ( abort ,'],
    ['lets the row go silently', /ABORT.*'\)/, 'IGNORE)', '… ignore ) ; end; expected: … abort ,'],
    ['says something else', 'a member', 'A member', `… 'clan_members: A member`],
    ['looks at less', 'username = NEW.username', 'username IS NULL', '… is null'],
    ['does more', 'END', 'SELECT 1; END', '… select 1 ; end; expected: … end.'],
    ['fires on one column only', /BEFORE \w+/, 'BEFORE UPDATE OF username', 'of username on clan_members'],
    ['fires on another table', '"clan_members"', 'wom_records', '… wom_records when'],
  ] as const) {
    for (const name of [INSERT, UPDATE]) {
      it(`are not what is there: ${name} that ${what} stops both ways`, async () => {
        await dataSource.runMigrations()
        const text = await textOf(name)
        const other = text.replace(from, to)
        expect(other).not.to.equal(text)
        await run(`DROP TRIGGER ${name}`, other)
        const message = `Trigger ${name} is not what this migration takes it for: it says … `
        for (const step of [() => dataSource.undoLastMigration(), againUp]) {
          const error = await stopped(step)
          expect(error).to.contain(message)
          expect(error).to.contain(words)
        }
      })
    }
  }

  it('are not what is there: one of that name before the migration stops it', async () => {
    await run(`CREATE TRIGGER ${UPDATE} AFTER UPDATE ON wom_records BEGIN SELECT 1; END`)
    expect(await stopped(() => dataSource.runMigrations())).to.contain(`Trigger ${UPDATE} is not what`)
  })

  for (const name of [INSERT, UPDATE]) {
    it(`are missed on the way down, and come back on the way up: ${name}`, async () => {
      await dataSource.runMigrations()
      const head = await readState(dataSource)
      await run(`DROP TRIGGER ${name}`)
      expect(await stopped(() => dataSource.undoLastMigration())).to.contain(
        `Trigger ${name} is not there to be dropped.`,
      )
      await againUp()
      expect(await readState(dataSource)).to.deep.equal(head)
    })
  }
})
