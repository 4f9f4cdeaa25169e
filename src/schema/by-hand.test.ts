import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'node:test'
import Sqlite from 'better-sqlite3'
import { expect } from 'chai'
import type { DataSource } from 'typeorm'
import { CLAN_ROWS } from './testing/clan-rows.ts'
import { openSchema } from './testing/open-schema.ts'
import { type DatabaseState, readState } from './testing/read-state.ts'

const INDEXES = `
  CREATE INDEX idx_wom_snapshots_timestamp ON wom_snapshots (timestamp);
  CREATE UNIQUE INDEX uq_wom_snapshots_user_ts ON wom_snapshots (username, timestamp);
  CREATE INDEX idx_discord_messages_created_at ON discord_messages (created_at);
  CREATE INDEX idx_discord_messages_author_created ON discord_messages (author_name, created_at);
  CREATE INDEX ix_boss_snapshots_snapshot_id ON boss_snapshots (snapshot_id);
  CREATE INDEX ix_boss_snapshots_boss_name ON boss_snapshots (boss_name);
  CREATE INDEX idx_wom_records_username_fetch ON wom_records (username, fetch_date);
  CREATE INDEX ix_skill_snapshots_snapshot_id ON skill_snapshots (snapshot_id);
  CREATE INDEX ix_skill_snapshots_skill_name ON skill_snapshots (skill_name);
  CREATE TABLE migrations (id integer PRIMARY KEY AUTOINCREMENT NOT NULL, timestamp bigint NOT NULL, name varchar NOT NULL);
  INSERT INTO migrations (timestamp, name) VALUES (1765832858000, 'InitialSchema1765832858000'),
    (1765960200000, 'AddIndexesForPerformance1765960200000'), (1766365200000, 'DedupSnapshots1766365200000');`

/** The database as it was known before anybody wrote a migration for it: `wide` is the type of the 64-bit columns. */
function tables(wide: 'BIGINT' | 'INTEGER'): string {
  return `
    CREATE TABLE clan_members (username VARCHAR PRIMARY KEY, role VARCHAR, joined_at DATETIME, last_updated DATETIME);
    ALTER TABLE clan_members ADD COLUMN id INTEGER;
    CREATE TABLE wom_snapshots (id INTEGER PRIMARY KEY, username VARCHAR, timestamp DATETIME, total_xp INTEGER,
      total_boss_kills INTEGER, ehp FLOAT, ehb FLOAT, raw_data TEXT);
    CREATE TABLE discord_messages (id INTEGER PRIMARY KEY, author_id ${wide}, author_name VARCHAR, content TEXT,
      channel_id ${wide}, channel_name VARCHAR, guild_id ${wide}, guild_name VARCHAR, created_at DATETIME);
    CREATE TABLE boss_snapshots (id INTEGER PRIMARY KEY, snapshot_id INTEGER, boss_name VARCHAR, kills INTEGER, rank INTEGER);
    CREATE TABLE wom_records (id INTEGER PRIMARY KEY, username VARCHAR, fetch_date DATETIME, xp_30d INTEGER,
      msg_30d INTEGER, xp_150d INTEGER, msg_150d INTEGER, xp_custom INTEGER, msg_custom INTEGER);
    CREATE TABLE skill_snapshots (id INTEGER PRIMARY KEY, snapshot_id INTEGER, skill_name VARCHAR, xp ${wide},
      level INTEGER, rank INTEGER);`
}

const OTHER_MEMBERS = `DROP TABLE clan_members;
  CREATE TABLE clan_members (last_updated TIMESTAMP, joined_at datetime, /* 100 % by hand (*) */ id BIGINT,
    username VARCHAR(255) NOT NULL, role VARCHAR(30) NOT NULL, -- such as member
    CONSTRAINT pk_clan_members PRIMARY KEY (username) -- the name
  );`

const OTHER_SNAPSHOTS = `DROP TABLE wom_snapshots;
  CREATE TABLE wom_snapshots (id INTEGER NOT NULL, username VARCHAR(255) NOT NULL, timestamp TIMESTAMP,
    total_xp BIGINT NOT NULL, total_boss_kills INT, ehp REAL, ehb DOUBLE PRECISION, raw_data CLOB, PRIMARY KEY (id));
  CREATE INDEX idx_wom_snapshots_timestamp ON wom_snapshots (timestamp);
  CREATE UNIQUE INDEX uq_wom_snapshots_user_ts ON wom_snapshots (username, timestamp);`

let directory: string
let file: string
let dataSource: DataSource

async function made(...statements: readonly string[]): Promise<DatabaseState> {
  const database = new Sqlite(file)
  for (const statement of statements) database.exec(statement)
  database.close()
  dataSource = await openSchema(file)
  return readState(dataSource)
}

async function undo(): Promise<void> {
  for (let step = 0; step < 3; step += 1) await dataSource.undoLastMigration()
}

/** Everything but the table that is dropped, which comes back empty, and how a table's name was written. */
function comparable({ catalog, rows }: DatabaseState): object {
  const kept = (record: object) =>
    Object.fromEntries(Object.entries(record).filter(([name]) => !name.includes('skill_snapshots')))
  const texts = Object.entries(kept(catalog)).map(([name, sql]) => [
    name,
    sql?.replace(/^CREATE TABLE \W?(\w+)\W? /, 'CREATE TABLE $1 '),
  ])
  return { catalog: texts, rows: kept(rows) }
}

/** The text of a rebuilt table without its notes. */
function definition({ catalog }: DatabaseState, table: string): string | undefined {
  return catalog[`table ${table}`]?.replace(/\s*\/\*.*?\*\//gs, '').replace(/\s+\)$/, ')')
}

async function stopped(step: Promise<unknown>): Promise<string> {
  const outcome: unknown = await step.then(
    () => 'nothing stopped it',
    (error: unknown) => error,
  )
  expect(outcome).to.have.property('name', 'SchemaError')
  return String(outcome)
}

describe('a database that was written by hand', () => {
  let head: DatabaseState

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'schema-by-hand-'))
    dataSource = await openSchema(join(directory, 'own.db'))
    await dataSource.runMigrations()
    head = await readState(dataSource)
    await dataSource.destroy()
    file = join(directory, 'clan.db')
  })

  afterEach(async () => {
    await dataSource.destroy()
    await rm(directory, { recursive: true })
  })

  for (const [what, statements] of [
    ['with 64-bit columns as BIGINT', [tables('BIGINT'), INDEXES, ...CLAN_ROWS]],
    ['with 64-bit columns as INTEGER', [tables('INTEGER'), INDEXES, ...CLAN_ROWS]],
    [
      'in other words everywhere',
      [
        tables('BIGINT'),
        INDEXES,
        OTHER_MEMBERS,
        OTHER_SNAPSHOTS,
        ...CLAN_ROWS.map((sql) => sql.replace(`'Straße', NULL`, `'Straße', 'member'`)),
      ],
    ],
  ] as const) {
    it(`gets the one definition of its rebuilt tables, and its own back: ${what}`, async () => {
      const before = await made(...statements)
      await dataSource.runMigrations()
      const up = await readState(dataSource)
      for (const table of ['clan_members', 'wom_snapshots']) {
        expect(definition(up, table)).to.equal(definition(head, table))
      }
      const { upQueries } = await dataSource.driver.createSchemaBuilder().log()
      const changes = upQueries.map(({ query }) => query).join('\n')
      expect(changes).not.to.match(/temporary_(clan_members|wom_snapshots)/)
      expect(await dataSource.query('SELECT count(user_id) AS linked FROM discord_messages')).to.deep.equal([
        { linked: 4 },
      ])
      await undo()
      expect(comparable(await readState(dataSource))).to.deep.equal(comparable(before))
      await dataSource.runMigrations()
      expect(await readState(dataSource)).to.deep.equal(up)
    })
  }

  it('may differ in case alone, and then leaves no note', async () => {
    await made(
      tables('BIGINT').replace(
        /CREATE TABLE wom_snapshots[\s\S]*?\);/,
        `CREATE TABLE wom_snapshots (id INTEGER PRIMARY KEY, username VarChar NOT NULL, timestamp DateTime NOT NULL,
         total_xp INTEGER, total_boss_kills INTEGER, ehp FLOAT, ehb Float, raw_data TEXT);`,
      ),
      INDEXES,
    )
    await dataSource.runMigrations()
    const { catalog } = await readState(dataSource)
    expect(catalog['table wom_snapshots']).to.equal(head.catalog['table wom_snapshots'])
  })

  for (const [what, statement, message] of [
    [
      'another affinity',
      `ALTER TABLE clan_members DROP COLUMN joined_at; ALTER TABLE clan_members ADD COLUMN joined_at TEXT`,
      'clan_members is not what this migration takes it for: column joined_at is text; expected: datetime.',
    ],
    [
      'a default',
      `ALTER TABLE clan_members DROP COLUMN role; ALTER TABLE clan_members ADD COLUMN role VARCHAR DEFAULT 'member'`,
      `column role is varchar, default 'member'; expected: varchar.`,
    ],
    [
      'a key that is not the row id',
      `DROP TABLE wom_snapshots;
       CREATE TABLE wom_snapshots (id BIGINT PRIMARY KEY, username VARCHAR, timestamp DATETIME, total_xp INTEGER,
         total_boss_kills INTEGER, ehp FLOAT, ehb FLOAT, raw_data TEXT)`,
      'column id is bigint, primary key 1; expected: integer, not null, primary key 1.',
    ],
    [
      'a check',
      `DROP TABLE wom_snapshots;
       CREATE TABLE wom_snapshots (id INTEGER PRIMARY KEY, username VARCHAR, timestamp DATETIME, total_xp INTEGER,
         total_boss_kills INTEGER, ehp FLOAT, ehb FLOAT, raw_data TEXT CHECK (json_valid(raw_data)))`,
      'it has besides: check.',
    ],
    [
      'a snapshot without its time',
      `INSERT INTO wom_snapshots (username) VALUES ('Bob'), ('Bob')`,
      'timestamp must not be empty in wom_snapshots, but it is in 2 rows.',
    ],
    [
      'a member without a name',
      `INSERT INTO clan_members (role) VALUES ('owner')`,
      'username must not be empty in clan_members, but it is in 1 row.',
    ],
  ] as const) {
    it(`is refused before anything of it changes: ${what}`, async () => {
      const before = await made(tables('BIGINT'), INDEXES, statement)
      expect(await stopped(dataSource.runMigrations({ transaction: 'all' }))).to.contain(message)
      expect(await readState(dataSource)).to.deep.equal(before)
    })
  }

  it('is not given back while a row has nothing where it must have something', async () => {
    await made(tables('BIGINT'), INDEXES, OTHER_MEMBERS)
    await dataSource.runMigrations()
    await dataSource.query(`INSERT INTO clan_members (username) VALUES ('Bob')`)
    const before = await readState(dataSource)
    expect(await stopped(dataSource.undoLastMigration())).to.contain(
      'role must not be empty in clan_members, but it is in 1 row.',
    )
    expect(await readState(dataSource)).to.deep.equal(before)
  })
})
