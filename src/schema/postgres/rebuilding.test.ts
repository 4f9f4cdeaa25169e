import { afterEach, beforeEach, describe, it } from 'node:test'
import { expect } from 'chai'
import pg from 'pg'
import type { DataSource } from 'typeorm'
import { CLAN_ROWS_IN_ORDER } from '../testing/clan-rows.ts'
import { makeDatabase, type TestDatabase, WITHOUT_POSTGRES } from '../testing/open-postgres.ts'
import { migrateUpTo, openSchema } from '../testing/open-schema.ts'
import { readPostgres } from '../testing/read-postgres.ts'

const TABLES = ['clan_members', 'wom_snapshots', 'discord_messages', 'boss_snapshots']

/** What somebody has done by hand that a new table in the place of an old one would not have. */
const BY_HAND = [
  'CREATE TABLE audit (what text)',
  `CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO audit VALUES (TG_TABLE_NAME); RETURN NULL; END'`,
  'CREATE TRIGGER noted AFTER INSERT OR UPDATE ON clan_members FOR EACH ROW EXECUTE FUNCTION note()',
  'CREATE TRIGGER seen AFTER INSERT ON discord_messages FOR EACH ROW WHEN (new.author_name IS NULL) EXECUTE FUNCTION note()',
  'ALTER TABLE discord_messages DISABLE TRIGGER seen',
  'GRANT SELECT ON clan_members, wom_snapshots TO PUBLIC',
  'GRANT UPDATE (content), SELECT (id) ON discord_messages TO pg_monitor WITH GRANT OPTION',
  'GRANT INSERT, SELECT ON clan_members TO pg_monitor',
  'REVOKE TRUNCATE ON boss_snapshots FROM CURRENT_USER',
  `COMMENT ON TABLE clan_members IS 'it''s the clan'`,
  `COMMENT ON COLUMN discord_messages.content IS 'as it was said'`,
  `COMMENT ON CONSTRAINT clan_members_pkey ON clan_members IS 'by name'`,
  `COMMENT ON INDEX uq_wom_snapshots_user_ts IS 'one at a time'`,
  `COMMENT ON TRIGGER noted ON clan_members IS 'for the audit'`,
  'CREATE INDEX by_role ON clan_members (lower(role)) WHERE role IS NOT NULL',
  'CREATE INDEX covering ON boss_snapshots (rank DESC NULLS LAST) INCLUDE (kills)',
  'ALTER TABLE boss_snapshots ADD COLUMN note text',
  'ALTER TABLE boss_snapshots ADD CONSTRAINT positive CHECK (kills >= 0)',
  'ALTER TABLE boss_snapshots ADD CONSTRAINT once UNIQUE (snapshot_id, boss_name)',
  'ALTER TABLE clan_members SET (fillfactor = 80)',
  `CREATE INDEX "odd "" name's" ON discord_messages (channel_id)`,
]

let database: TestDatabase
let dataSource: DataSource

async function run(...statements: readonly string[]): Promise<void> {
  for (const statement of statements) await dataSource.query(statement)
}

/** Lets a test in before each statement of whoever migrates. */
function beforeStatements(look: (sql: string) => Promise<void>): void {
  const make = dataSource.createQueryRunner.bind(dataSource)
  dataSource.createQueryRunner = (mode) => {
    const runner = make(mode)
    const query = runner.query.bind(runner)
    runner.query = async (sql: string, ...rest: unknown[]) => {
      await look(sql)
      return query(sql, ...(rest as []))
    }
    return runner
  }
}

async function outcomeOf(step: Promise<unknown>): Promise<string> {
  return step.then(() => 'it went through', String)
}

describe('rebuilding tables on PostgreSQL', { skip: WITHOUT_POSTGRES }, () => {
  beforeEach(async () => {
    database = await makeDatabase()
    dataSource = await openSchema(database.url)
    await migrateUpTo(dataSource, 'AddMissingIndexes')
    await run(...CLAN_ROWS_IN_ORDER.filter((sql) => !sql.includes('skill_snapshots')))
  })

  afterEach(async () => {
    await dataSource.destroy()
    await database[Symbol.asyncDispose]()
  })

  it('carries over what was made by hand, up and down, and fires no trigger', async () => {
    await run(...BY_HAND)
    const before = await readPostgres(dataSource)
    await dataSource.runMigrations()
    const up = await readPostgres(dataSource)
    const changed = Object.keys(before.catalog).filter((name) => up.catalog[name] !== before.catalog[name])
    expect(changed).to.deep.equal([
      ...['joined_at', 'last_updated', 'role', 'username'].map((name) => `column clan_members.${name}`),
      ...['ehb', 'ehp', 'raw_data', 'timestamp', 'total_boss_kills', 'total_xp', 'username'].map(
        (name) => `column wom_snapshots.${name}`,
      ),
      'constraint clan_members_pkey',
      'index clan_members_pkey',
    ])
    expect(up.catalog['constraint clan_members_pkey']).to.contain('by name /* id before: none */')
    expect(up.rows.audit).to.deep.equal([])
    const [{ may }] = await dataSource.query(
      `SELECT has_sequence_privilege('pg_monitor', 'clan_members_id_seq', 'USAGE') AS may`,
    )
    expect(may).to.equal(true)
    await dataSource.undoLastMigration()
    expect(await readPostgres(dataSource)).to.deep.equal(before)
    await dataSource.runMigrations()
    expect(await readPostgres(dataSource)).to.deep.equal(up)
  })

  it('leaves tables open to readers until the last moment', async () => {
    const reader = new pg.Client({ connectionString: database.url, statement_timeout: 2000 })
    await reader.connect()
    let looks = 0
    let closed = false
    const after: string[] = []
    beforeStatements(async (sql) => {
      if (closed) after.push(sql)
      if (/IN ACCESS EXCLUSIVE MODE/.test(sql)) closed = true
      if (closed || !/INSERT|CREATE|ALTER|ANALYZE|SELECT DISTINCT/.test(sql)) return
      looks += 1
      for (const table of TABLES) await reader.query(`SELECT count(*) FROM ${table}`)
    })
    await dataSource.runMigrations()
    await reader.end()
    expect(looks).to.be.above(20)
    expect(closed).to.equal(true)
    expect(
      after.filter((sql) => /VALIDATE|ANALYZE|CREATE (UNIQUE )?INDEX|INSERT INTO (?!"migrations")/.test(sql)),
    ).to.deep.equal([])
  })

  it('keeps writers out meanwhile, and gives up when one does not end', async () => {
    const writer = new pg.Client({ connectionString: database.url })
    await writer.connect()
    await writer.query('BEGIN')
    await writer.query(`UPDATE boss_snapshots SET rank = 1 WHERE id = 1`)
    const before = await readPostgres(dataSource)
    expect(await outcomeOf(dataSource.runMigrations())).to.contain('lock timeout')
    await writer.query('ROLLBACK')
    await writer.end()
    expect(await readPostgres(dataSource)).to.deep.equal(before)
  })

  for (const [what, at] of [
    ['when the rows of boss_snapshots come', /^INSERT INTO "boss_snapshots"/],
    ['when the old tables have gone', /^DROP SCHEMA/],
    ['when the migration is recorded', /^INSERT INTO "migrations"/],
  ] as const) {
    it(`leaves the state before when something fails ${what}`, async () => {
      const before = await readPostgres(dataSource)
      let broken = true
      beforeStatements(async (sql) => {
        if (broken && at.test(sql)) throw new Error('the disk is full')
      })
      expect(await outcomeOf(dataSource.runMigrations())).to.contain('the disk is full')
      expect(await readPostgres(dataSource)).to.deep.equal(before)
      broken = false
      await dataSource.runMigrations()
    })
  }

  for (const [what, statements, message] of [
    ['a view', ['CREATE VIEW people AS SELECT username FROM clan_members'], 'view people (clan_members)'],
    [
      'a materialized view',
      ['CREATE MATERIALIZED VIEW people AS SELECT username FROM clan_members'],
      'materialized view people (clan_members)',
    ],
    [
      'a rule',
      ['CREATE RULE none AS ON DELETE TO wom_snapshots DO INSTEAD NOTHING'],
      'rule none of wom_snapshots',
    ],
    [
      'row-level security',
      ['ALTER TABLE clan_members ENABLE ROW LEVEL SECURITY'],
      'row-level security (clan_members)',
    ],
    [
      'a foreign key',
      ['CREATE TABLE pets (owner varchar REFERENCES clan_members (username))'],
      'foreign key pets_owner_fkey of pets (clan_members)',
    ],
    ['a child', ['CREATE TABLE odd () INHERITS (boss_snapshots)'], 'inheritance with odd (boss_snapshots)'],
    [
      'a publication',
      ['CREATE PUBLICATION all_of_it FOR ALL TABLES'],
      'publication all_of_it (boss_snapshots)',
    ],
    [
      'a function of its rows',
      ["CREATE FUNCTION f(clan_members) RETURNS int LANGUAGE sql AS 'SELECT 1'"],
      'function f(clan_members) depends on type clan_members',
    ],
    ['a column nobody knows', ['ALTER TABLE wom_snapshots ADD COLUMN note text'], 'column note is unknown'],
    [
      'a check',
      ['ALTER TABLE wom_snapshots ADD CHECK (total_xp >= 0)'],
      'it has besides: check ((total_xp >= 0))',
    ],
    [
      'a link column without its key',
      ['ALTER TABLE discord_messages ADD COLUMN user_id bigint'],
      'it is bigint; expected: bigint, references clan_members(id) on delete SET NULL',
    ],
    [
      'members who share a name',
      [
        'ALTER TABLE clan_members DROP CONSTRAINT clan_members_pkey',
        `INSERT INTO clan_members (username) VALUES ('Bob')`,
      ],
      '"Bob" (2 rows)',
    ],
    [
      'members of whom some have an id',
      [
        'ALTER TABLE clan_members ADD COLUMN id integer',
        `UPDATE clan_members SET id = 1 WHERE username = 'Bob'`,
      ],
      '"Jo_hn" (no id)',
    ],
    [
      'another function',
      [`CREATE FUNCTION trg_clan_members_keep_id_update() RETURNS int LANGUAGE sql AS 'SELECT 1'`],
      'it is SELECT 1',
    ],
  ] as const) {
    it(`is refused, and nothing changes: ${what}`, async () => {
      await run(...statements)
      const before = await readPostgres(dataSource)
      const outcome: unknown = await dataSource.runMigrations().catch((error: unknown) => error)
      expect(String(outcome)).to.contain(message)
      expect(outcome).to.have.property('name', 'SchemaError')
      expect(await readPostgres(dataSource)).to.deep.equal(before)
    })
  }

  for (const [what, statement, message] of [
    ['a view', 'CREATE VIEW linked AS SELECT user_id FROM wom_snapshots', 'view linked (wom_snapshots)'],
    ['an index', 'CREATE INDEX linked ON discord_messages (user_id)', 'index linked uses it'],
    ['an index of snapshots', 'CREATE INDEX linked ON wom_snapshots (user_id)', 'index linked uses it'],
    ['an index of members', 'CREATE INDEX linked ON clan_members (id)', 'Index linked does not fit'],
    [
      'a foreign key',
      'CREATE TABLE pets (owner bigint REFERENCES clan_members (id))',
      'foreign key pets_owner_fkey of pets',
    ],
    ['a missing index', 'DROP INDEX idx_wom_snapshots_user_id_timestamp', 'is not there to be dropped'],
    [
      'another trigger',
      'ALTER TABLE clan_members DISABLE TRIGGER trg_clan_members_keep_id_update',
      'it is disabled',
    ],
  ] as const) {
    it(`is not taken back, and nothing changes: ${what}`, async () => {
      await dataSource.runMigrations()
      await run(statement)
      const before = await readPostgres(dataSource)
      const outcome: unknown = await dataSource.undoLastMigration().catch((error: unknown) => error)
      expect(String(outcome)).to.contain(message)
      expect(await readPostgres(dataSource)).to.deep.equal(before)
    })
  }

  it('takes one of several rows where the other table has several for one', async () => {
    const { fillColumn } = await import('./fill-column.ts')
    const { ensureColumn } = await import('./ensure-column.ts')
    const { withTablesRebuilt } = await import('./with-tables-rebuilt.ts')
    const runner = dataSource.createQueryRunner()
    await withTablesRebuilt(runner, ['boss_snapshots'], async () => {
      await ensureColumn(runner, { table: 'boss_snapshots', name: 'n', definition: 'integer' })
      await fillColumn(runner, {
        table: 'boss_snapshots',
        column: 'n',
        value: 's.id',
        from: 'wom_snapshots AS s',
      })
    })
    await runner.release()
    const [{ rows }] = await dataSource.query('SELECT count(n) AS rows FROM boss_snapshots')
    expect(rows).to.equal(4)
  })

  it('builds an index again that was left half built', async () => {
    await dataSource.undoLastMigration()
    await run(
      `INSERT INTO wom_records (id, username, fetch_date) VALUES (2, 'Ann', '2025-12-01 00:00:00+00')`,
    )
    const broken = 'CREATE UNIQUE INDEX CONCURRENTLY idx_wom_records_fetch_date ON wom_records (fetch_date)'
    expect(await outcomeOf(dataSource.query(broken))).to.contain('could not create unique index')
    await run('UPDATE pg_index SET indisunique = false WHERE NOT indisvalid')
    const sent: string[] = []
    beforeStatements(async (sql) => {
      sent.push(sql)
    })
    await dataSource.runMigrations()
    expect(
      await dataSource.query('SELECT count(*) AS broken FROM pg_index WHERE NOT indisvalid'),
    ).to.deep.equal([{ broken: 0 }])
    expect(sent.filter((sql) => sql.startsWith('CREATE INDEX CONCURRENTLY'))).to.have.lengthOf(4)
  })
})
