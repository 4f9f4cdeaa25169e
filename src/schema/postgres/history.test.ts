import { afterEach, beforeEach, describe, it } from 'node:test'
import { expect } from 'chai'
import type { DataSource } from 'typeorm'
import { CLAN_ROWS_IN_ORDER } from '../testing/clan-rows.ts'
import { makeDatabase, type TestDatabase, WITHOUT_POSTGRES } from '../testing/open-postgres.ts'
import { migrateUpTo, openSchema, type TransactionMode } from '../testing/open-schema.ts'
import { readPostgres } from '../testing/read-postgres.ts'

const NAMES = [
  'InitialSchema',
  'AddIndexesForPerformance',
  'DedupSnapshots',
  'DropUnusedTables',
  'AddMissingIndexes',
  'NormalizeUserIds',
]

const HAND_MADE = [
  'CREATE INDEX idx_discord_author_lower ON discord_messages (lower(author_name))',
  'CREATE INDEX idx_wom_snapshots_username_timestamp ON wom_snapshots (username, timestamp)',
]

const IDS = [
  'SELECT id, username FROM clan_members ORDER BY id',
  'SELECT id, user_id, username FROM wom_snapshots ORDER BY id',
  'SELECT id, user_id, content FROM discord_messages ORDER BY id',
  'SELECT id, wom_snapshot_id FROM boss_snapshots ORDER BY id',
]

let database: TestDatabase
let dataSource: DataSource

async function run(...statements: readonly string[]): Promise<void> {
  for (const statement of statements) await dataSource.query(statement)
}

async function ids(of: DataSource = dataSource): Promise<readonly unknown[]> {
  const answers: unknown[] = []
  for (const sql of IDS) answers.push(await of.query(sql))
  return answers
}

async function forget(): Promise<void> {
  await run(`DELETE FROM migrations WHERE name LIKE 'NormalizeUserIds%'`)
}

describe('the history on PostgreSQL', { skip: WITHOUT_POSTGRES }, () => {
  beforeEach(async () => {
    database = await makeDatabase()
    dataSource = await openSchema(database.url)
  })

  afterEach(async () => {
    await dataSource.destroy()
    await database[Symbol.asyncDispose]()
  })

  for (const mode of ['all', 'each', 'none'] as const satisfies readonly TransactionMode[]) {
    it(`goes from empty to head and back, transactions: ${mode}`, async () => {
      await dataSource.destroy()
      dataSource = await openSchema(database.url, mode)
      const applied = await dataSource.runMigrations()
      expect(applied.map(({ name }) => name.slice(0, -13))).to.deep.equal(NAMES)
      expect(await dataSource.runMigrations()).to.deep.equal([])
      for (const _ of NAMES) await dataSource.undoLastMigration()
      expect(await readPostgres(dataSource)).to.deep.equal({ catalog: {}, rows: {} })
    })
  }

  it('agrees with the entities: TypeORM would change nothing', async () => {
    await dataSource.runMigrations()
    await run(...HAND_MADE)
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log()
    expect(upQueries.map(({ query }) => query)).to.deep.equal([])
    await run('ALTER TABLE wom_records ALTER COLUMN xp_30d TYPE integer')
    expect((await dataSource.driver.createSchemaBuilder().log()).upQueries).not.to.deep.equal([])
  })

  it('gives the same ids and links as on SQLite', async () => {
    const embedded = await openSchema(':memory:')
    for (const each of [dataSource, embedded]) {
      await migrateUpTo(each, 'DedupSnapshots')
      for (const statement of CLAN_ROWS_IN_ORDER) await each.query(statement)
      await each.runMigrations()
    }
    const [expected] = [await ids(embedded)]
    await embedded.destroy()
    expect(await ids()).to.deep.equal(expected)
    expect(JSON.stringify(expected, (_, value) => String(value))).to.contain('object')
    expect(
      await dataSource.query('SELECT id FROM discord_messages WHERE user_id IS NOT NULL'),
    ).to.have.lengthOf(4)
  })

  for (const [made, statements] of [
    ['nothing', []],
    ['hand-made indexes', HAND_MADE],
    ['a hand-made id of 32 bits', ['ALTER TABLE clan_members ADD COLUMN id integer']],
    ['a hand-made id of 64 bits', ['ALTER TABLE clan_members ADD COLUMN id bigint']],
    [
      'ids that every member has',
      [
        'ALTER TABLE clan_members ADD COLUMN id integer',
        `UPDATE clan_members AS m SET id = 100 + n.n FROM
         (SELECT username, row_number() OVER (ORDER BY username DESC) AS n FROM clan_members) AS n WHERE n.username = m.username`,
      ],
    ],
    [
      'other words for its types, and another order',
      [
        'DROP TABLE clan_members',
        `CREATE TABLE clan_members (role varchar(30), username text PRIMARY KEY, id smallint,
           last_updated timestamptz, joined_at timestamptz)`,
        `INSERT INTO clan_members (username) VALUES ('Bob'), ('bob')`,
      ],
    ],
  ] as const) {
    it(`gives back schema and rows with ${made}: up, up again without a record, down, up`, async () => {
      await migrateUpTo(dataSource, 'DropUnusedTables')
      await run(...CLAN_ROWS_IN_ORDER.slice(0, -1), ...statements)
      const start = await readPostgres(dataSource)
      await migrateUpTo(dataSource, 'AddMissingIndexes')
      const before = await readPostgres(dataSource)
      await dataSource.runMigrations()
      const up = await readPostgres(dataSource)
      expect((await dataSource.driver.createSchemaBuilder().log()).upQueries).to.deep.equal([])
      await forget()
      await dataSource.runMigrations()
      expect(await readPostgres(dataSource)).to.deep.equal(up)
      await dataSource.undoLastMigration()
      expect(await readPostgres(dataSource)).to.deep.equal(before)
      await dataSource.runMigrations()
      expect(await readPostgres(dataSource)).to.deep.equal(up)
      await dataSource.undoLastMigration()
      await dataSource.undoLastMigration()
      expect(await readPostgres(dataSource)).to.deep.equal(start)
    })
  }

  it('keeps the ids of members who stay, and numbers new ones behind them', async () => {
    await migrateUpTo(dataSource, 'DropUnusedTables')
    await run(...CLAN_ROWS_IN_ORDER.slice(0, -1))
    await dataSource.runMigrations()
    await run(
      'DELETE FROM clan_members WHERE id = 2',
      `INSERT INTO clan_members (username) VALUES ('Zoë*/'), ('''%2A')`,
    )
    const [before] = await ids()
    await dataSource.undoLastMigration()
    await run(`INSERT INTO clan_members (username) VALUES ('Ann')`)
    await run(`UPDATE clan_members SET role = 'x' WHERE username = 'Bob'`)
    await dataSource.runMigrations()
    expect(await dataSource.query(`SELECT id FROM clan_members WHERE username = 'Ann'`)).to.deep.equal([
      { id: 8 },
    ])
    await run(`DELETE FROM clan_members WHERE username = 'Ann'`)
    expect((await ids())[0]).to.deep.equal(before)
    await run(`INSERT INTO clan_members (username) VALUES ('Eve')`)
    expect(await dataSource.query(`SELECT id FROM clan_members WHERE username = 'Eve'`)).to.deep.equal([
      { id: 9 },
    ])
  })

  it('refuses another id and a name that is taken', async () => {
    await migrateUpTo(dataSource, 'DropUnusedTables')
    await run(...CLAN_ROWS_IN_ORDER.slice(0, -1))
    await dataSource.runMigrations()
    const outcomes = []
    for (const sql of [
      'UPDATE clan_members SET id = 99 WHERE id = 1',
      `UPDATE clan_members SET username = 'Bob' WHERE id = 2`,
      `INSERT INTO clan_members (username) VALUES ('Bob')`,
      `UPDATE clan_members SET id = id, role = 'x' WHERE id = 1`,
    ]) {
      outcomes.push(await dataSource.query(sql).then(() => 'done', String))
    }
    expect(outcomes[0]).to.contain('a member keeps the id')
    expect(outcomes[1]).to.contain('uq_clan_members_username')
    expect(outcomes[2]).to.contain('uq_clan_members_username')
    expect(outcomes[3]).to.equal('done')
  })
})
