import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { expect } from 'chai'
import type { DataSource } from 'typeorm'
import { CLAN_ROWS } from './testing/clan-rows.ts'
import { migrateUpTo, openSchema } from './testing/open-schema.ts'
import { readState } from './testing/read-state.ts'

let directory: string
let dataSource: DataSource

async function at(migration: string, ...statements: readonly string[]): Promise<void> {
  await migrateUpTo(dataSource, migration)
  for (const statement of statements) await dataSource.query(statement)
}

/** The message of the error that stops the migrations, and proof that it left the state before it. */
async function stopped(): Promise<string> {
  const before = await readState(dataSource)
  const outcome: unknown = await dataSource.runMigrations({ transaction: 'all' }).then(
    () => 'nothing stopped it',
    (error: unknown) => error,
  )
  expect(await readState(dataSource)).to.deep.equal(before)
  expect(outcome).to.have.property('name', 'SchemaError')
  return String(outcome)
}

const TWIN_MEMBERS = [
  'DROP TABLE clan_members',
  'CREATE TABLE clan_members (username varchar NOT NULL, role varchar, joined_at datetime, last_updated datetime)',
  `INSERT INTO clan_members (username) VALUES ('Bob'), ('Ann'), ('Bob'), ('Zoë'), ('Zoë'), ('Zoë')`,
]

const KEPT_IDS = [
  'ALTER TABLE clan_members ADD COLUMN id INTEGER',
  'UPDATE clan_members SET id = rowid + 100',
]

describe('what somebody did by hand', () => {
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'schema-hand-made-'))
    dataSource = await openSchema(join(directory, 'clan.db'))
  })

  afterEach(async () => {
    await dataSource.destroy()
    await rm(directory, { recursive: true })
  })

  it('is accepted when it is what the migrations would make', async () => {
    await at(
      'DedupSnapshots',
      ...CLAN_ROWS,
      'CREATE INDEX idx_discord_messages_created_at_author_name ON discord_messages (created_at, author_name)',
      'ALTER TABLE discord_messages ADD COLUMN user_id INTEGER REFERENCES clan_members (id) ON DELETE SET NULL',
      'CREATE INDEX idx_discord_messages_user_id_created_at ON discord_messages (user_id, created_at)',
      'PRAGMA foreign_keys = OFF',
      'UPDATE discord_messages SET user_id = 3',
    )
    await dataSource.runMigrations()
    const linked = await dataSource.query('SELECT count(user_id) AS linked FROM discord_messages')
    expect(linked).to.deep.equal([{ linked: 4 }])
  })

  it('is accepted when the whole first schema is there, written in another way', async () => {
    await dataSource.query(
      `CREATE TABLE boss_snapshots (id INTEGER PRIMARY KEY, snapshot_id INTEGER NOT NULL, boss_name VARCHAR NOT NULL,
       kills INTEGER, rank INTEGER)`,
    )
    await dataSource.runMigrations()
  })

  for (const [what, migration, statement, message] of [
    [
      'an index on other columns',
      'DropUnusedTables',
      'CREATE INDEX idx_wom_records_fetch_date ON wom_records (username)',
      'it is on wom_records(username); expected: on wom_records(fetch_date)',
    ],
    [
      'an index on another table',
      'DropUnusedTables',
      'CREATE INDEX idx_wom_records_fetch_date ON wom_snapshots (timestamp)',
      'on wom_snapshots(timestamp)',
    ],
    [
      'a partial index',
      'DropUnusedTables',
      'CREATE INDEX idx_wom_records_fetch_date ON wom_records (fetch_date) WHERE xp_30d > 0',
      'for some rows only',
    ],
    [
      'a unique index',
      'DropUnusedTables',
      'CREATE UNIQUE INDEX idx_wom_records_fetch_date ON wom_records (fetch_date)',
      'it is unique on',
    ],
    [
      'a descending index',
      'DropUnusedTables',
      'CREATE INDEX idx_wom_records_fetch_date ON wom_records (fetch_date DESC)',
      'fetch_date descending',
    ],
    [
      'a collating index',
      'DropUnusedTables',
      'CREATE INDEX idx_wom_records_fetch_date ON wom_records (fetch_date COLLATE NOCASE)',
      'collating NOCASE',
    ],
    [
      'another index under a name that goes',
      'InitialSchema',
      'CREATE INDEX idx_wom_snapshots_username_timestamp ON wom_snapshots (username)',
      'expected: on wom_snapshots(username, timestamp)',
    ],
    [
      'a link column without its key',
      'AddMissingIndexes',
      'ALTER TABLE discord_messages ADD COLUMN user_id integer',
      'it is integer; expected: integer, references clan_members(id) on delete SET NULL',
    ],
    [
      'a link column with another action',
      'AddMissingIndexes',
      'ALTER TABLE boss_snapshots ADD COLUMN wom_snapshot_id integer REFERENCES wom_snapshots (id)',
      'on delete NO ACTION',
    ],
    [
      'a column nobody knows',
      'AddMissingIndexes',
      'ALTER TABLE wom_snapshots ADD COLUMN note text',
      'column note is unknown',
    ],
    [
      'another type',
      'AddMissingIndexes',
      'ALTER TABLE clan_members ADD COLUMN id varchar',
      'column id is varchar; expected: integer',
    ],
    [
      'a table of an old name',
      'DedupSnapshots',
      'ALTER TABLE skill_snapshots ADD COLUMN note text',
      'Table skill_snapshots',
    ],
  ] as const) {
    it(`stops the migrations: ${what}`, async () => {
      await at(migration, statement)
      expect(await stopped()).to.contain(message)
    })
  }

  it('stops the migrations: members who share a name, with their names', async () => {
    await at('AddMissingIndexes', ...TWIN_MEMBERS)
    expect(await stopped()).to.contain('"Bob" (2 rows), "Zoë" (3 rows)')
  })

  it('stops the migrations: members without a key, whose names are unique as yet', async () => {
    await at('AddMissingIndexes', ...TWIN_MEMBERS.slice(0, 2))
    expect(await stopped()).to.contain(
      'column username is varchar, not null; expected: varchar, not null, primary key 1',
    )
  })

  it('stops the migrations: a snapshot that is there twice, and deletes none', async () => {
    await at(
      'AddIndexesForPerformance',
      `INSERT INTO wom_snapshots (username, timestamp) VALUES ('Bob', 'now'), ('Bob', 'now'), ('Ann', 'now')`,
    )
    expect(await stopped()).to.contain('"Bob" at "now" (2 rows)')
  })

  it('keeps ids that every member has, and gives the column back', async () => {
    await at('DropUnusedTables', ...CLAN_ROWS.slice(0, -1), ...KEPT_IDS)
    const before = await readState(dataSource)
    await dataSource.runMigrations()
    expect(await dataSource.query('SELECT id FROM clan_members ORDER BY id')).to.deep.equal(
      [102, 103, 105, 107, 108].map((id) => ({ id })),
    )
    await dataSource.undoLastMigration()
    await dataSource.undoLastMigration()
    const { catalog, rows } = await readState(dataSource)
    expect(catalog).to.deep.equal(before.catalog)
    const values = (state: readonly string[] | undefined) => state?.map((row) => row.replace(/^.*?,/, ''))
    expect(values(rows.clan_members)).to.deep.equal(values(before.rows.clan_members))
  })

  for (const [what, statement, message] of [
    ['some members have', `UPDATE clan_members SET id = NULL WHERE username = 'Élan'`, '"Élan" (no id)'],
    [
      'two members share',
      `UPDATE clan_members SET id = 102 WHERE username = 'bob'`,
      '"Bob" (id 102), "bob" (id 102)',
    ],
    ['are no integers', `UPDATE clan_members SET id = 'x' WHERE username = 'bob'`, '"bob" (id x)'],
  ] as const) {
    it(`stops the migrations: ids that ${what}`, async () => {
      await at('DropUnusedTables', ...CLAN_ROWS.slice(0, -1), ...KEPT_IDS, statement)
      expect(await stopped()).to.contain(message)
    })
  }

  it('survives the way up and down: views, triggers and indexes of rebuilt tables', async () => {
    await at(
      'AddMissingIndexes',
      ...CLAN_ROWS.filter((sql) => !sql.includes('skill_snapshots')),
      'CREATE TABLE audit (what text)',
      `CREATE VIEW people AS SELECT upper(username) AS name FROM clan_members`,
      `CREATE TRIGGER noted AFTER UPDATE ON discord_messages BEGIN INSERT INTO audit VALUES (new.id); END`,
      `CREATE TRIGGER counted AFTER INSERT ON wom_snapshots BEGIN INSERT INTO audit SELECT count(*) FROM clan_members; END`,
      `CREATE TRIGGER renamed INSTEAD OF UPDATE ON people BEGIN UPDATE clan_members SET role = 'x'; END`,
      `CREATE INDEX by_role ON clan_members (lower(role)) WHERE role IS NOT NULL`,
    )
    const before = await readState(dataSource)
    await dataSource.runMigrations()
    const up = await readState(dataSource)
    for (const object of [
      'view people',
      'trigger noted',
      'trigger counted',
      'trigger renamed',
      'index by_role',
    ]) {
      expect(up.catalog[object], object).to.equal(before.catalog[object])
    }
    expect(up.rows.audit).to.deep.equal([])
    await dataSource.undoLastMigration()
    expect(await readState(dataSource)).to.deep.equal(before)
  })

  for (const [what, statement, message] of [
    ['a view', 'CREATE VIEW linked AS SELECT user_id FROM wom_snapshots', 'The view linked does not work'],
    [
      'a trigger',
      'CREATE TRIGGER linked AFTER INSERT ON wom_records BEGIN UPDATE wom_snapshots SET user_id = NULL; END',
      'The trigger linked does not work',
    ],
    [
      'an index of a rebuilt table',
      'CREATE INDEX linked ON wom_snapshots (user_id)',
      'Index linked does not fit',
    ],
    [
      'an index of another table',
      'CREATE INDEX linked ON discord_messages (user_id)',
      'Column discord_messages.user_id cannot be dropped',
    ],
    [
      'a child table',
      'CREATE TABLE pets (owner integer REFERENCES clan_members (id) ON DELETE CASCADE)',
      'while pets refers to it',
    ],
    ['a missing index', 'DROP INDEX idx_wom_snapshots_user_id_timestamp', 'is not there to be dropped'],
  ] as const) {
    it(`stops the way down: ${what}`, async () => {
      await at('NormalizeUserIds', statement)
      const before = await readState(dataSource)
      const outcome: unknown = await dataSource.undoLastMigration().catch((error: unknown) => error)
      expect(String(outcome)).to.contain(message)
      expect(await readState(dataSource)).to.deep.equal(before)
    })
  }
})
