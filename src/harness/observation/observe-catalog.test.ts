import { test } from 'node:test'
import { expect } from 'chai'
import { fingerprintCatalog } from './fingerprint-catalog.ts'
import { observeCatalog } from './observe-catalog.ts'
import { temporaryTarget } from './temporary-target.test.ts'

const CLAN = `
  CREATE TABLE members (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name VARCHAR(9) NOT NULL COLLATE NOCASE DEFAULT 'x',
    upper_name text GENERATED ALWAYS AS (upper(name)) STORED, short AS (substr(name, 1, 1)),
    UNIQUE (name), CHECK (length(name) > 0));
  CREATE UNIQUE INDEX uq_members_name ON members (name);
  CREATE INDEX ix_members_lower ON members (lower(name), id DESC) WHERE id > 5;
  CREATE TABLE messages (
    id INTEGER PRIMARY KEY, member_id INTEGER REFERENCES members ON DELETE SET NULL ON UPDATE CASCADE,
    other INTEGER, FOREIGN KEY (other) REFERENCES members (id) DEFERRABLE INITIALLY DEFERRED);
  CREATE TABLE pairs (b TEXT, a INTEGER, PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID;
  CREATE VIEW v AS SELECT  id FROM members;
  CREATE TRIGGER tr AFTER DELETE ON members BEGIN DELETE FROM messages; END;
  CREATE VIRTUAL TABLE search USING fts5(content);
  CREATE TABLE migrations (id INTEGER PRIMARY KEY);
  CREATE TABLE typeorm_metadata (type VARCHAR);`

async function catalogOf(sql: string) {
  await using target = temporaryTarget(sql)
  return await observeCatalog(target)
}

async function tableOf(sql: string) {
  const [table] = (await catalogOf(sql)).tables
  if (table === undefined) throw new Error('No table was observed.')
  return table
}

test('tables, views, triggers and virtual tables are found; own tables of engine and ORM are not', async () => {
  const catalog = await catalogOf(CLAN)
  expect(catalog.tables.map(({ name }) => name)).to.deep.equal(['members', 'messages', 'pairs'])
  expect(catalog.views).to.deep.equal([{ name: 'v', sql: 'create view v as select id from members' }])
  expect(catalog.triggers.map(({ name, table }) => ({ name, table }))).to.deep.equal([
    { name: 'tr', table: 'members' },
  ])
  expect(catalog.virtualTables.map(({ name }) => name)).to.deep.equal(['search'])
  expect(Object.isFrozen(catalog.tables[0]?.columns[0])).to.equal(true)
})

test('what is left out can be chosen', async () => {
  await using target = temporaryTarget(CLAN)
  const { tables } = await observeCatalog(target, { leaveOut: ['Members'] })
  expect(tables.map(({ name }) => name)).to.deep.equal([
    'messages',
    'migrations',
    'pairs',
    'typeorm_metadata',
  ])
})

test('a column tells its type, default, collation, key and expression', async () => {
  const { columns, autoIncrement, checks, primaryKey } = await tableOf(CLAN)
  const plain = { nullable: true, default: null, primaryKeyPosition: 0, generated: null, collation: null }
  expect(columns).to.deep.equal([
    { ...plain, name: 'id', type: 'INTEGER', nullable: false, primaryKeyPosition: 1 },
    { ...plain, name: 'name', type: 'VARCHAR(9)', nullable: false, default: "'x'", collation: 'NOCASE' },
    { ...plain, name: 'upper_name', type: 'TEXT', generated: { kind: 'stored', expression: 'upper(name)' } },
    { ...plain, name: 'short', type: '', generated: { kind: 'virtual', expression: 'substr(name, 1, 1)' } },
  ])
  expect({ autoIncrement, checks, primaryKey }).to.deep.equal({
    autoIncrement: true,
    checks: ['length(name) > 0'],
    primaryKey: ['id'],
  })
})

test('a unique index and a unique constraint are two things', async () => {
  const { indexes } = await tableOf(CLAN)
  const name = { text: 'name', expression: false, order: 'asc', collation: 'NOCASE' }
  expect(indexes).to.deep.equal([
    {
      name: 'ix_members_lower',
      origin: 'index',
      unique: false,
      columns: [
        { text: 'lower(name)', expression: true, order: 'asc', collation: null },
        { text: 'id', expression: false, order: 'desc', collation: null },
      ],
      where: 'id > 5',
    },
    { name: 'uq_members_name', origin: 'index', unique: true, columns: [name], where: null },
    { name: null, origin: 'unique', unique: true, columns: [name], where: null },
  ])
})

test('foreign keys tell their actions, and the columns that they do not name', async () => {
  const { tables } = await catalogOf(CLAN)
  expect(tables[1]?.foreignKeys).to.deep.equal([
    {
      columns: ['member_id'],
      table: 'members',
      references: ['id'],
      onDelete: 'SET NULL',
      onUpdate: 'CASCADE',
      deferrable: 'no',
    },
    {
      columns: ['other'],
      table: 'members',
      references: ['id'],
      onDelete: 'NO ACTION',
      onUpdate: 'NO ACTION',
      deferrable: 'initially deferred',
    },
  ])
})

test('a table without row ids tells its key in the order of the key', async () => {
  const { tables } = await catalogOf(CLAN)
  const { primaryKey, withoutRowid, strict, columns } = tables[2] ?? {}
  expect({ primaryKey, withoutRowid, strict }).to.deep.equal({
    primaryKey: ['a', 'b'],
    withoutRowid: true,
    strict: true,
  })
  expect(columns?.map(({ nullable }) => nullable)).to.deep.equal([false, false])
})

test('declarations that mean the same have the same fingerprint', async () => {
  const one = await catalogOf(
    'CREATE TABLE t (id INTEGER PRIMARY KEY, a text DEFAULT NULL); CREATE INDEX i ON t (a)',
  )
  const other = await catalogOf(
    'CREATE TABLE "t" ("id" integer NOT NULL, [a] TEXT COLLATE binary, PRIMARY KEY ("id")); CREATE INDEX "i" ON "t" ("a" ASC)',
  )
  expect(one).to.deep.equal(other)
  expect(fingerprintCatalog(one)).to.equal(fingerprintCatalog(other))
})

for (const [difference, sql] of [
  ['a nullable key that is no row id', 'CREATE TABLE t (id INT PRIMARY KEY, a TEXT)'],
  ['a default', "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT DEFAULT '')"],
  ['a check', 'CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT CHECK (a > 0))'],
  ['a collation', 'CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT COLLATE NOCASE)'],
  [
    'a trigger',
    'CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT); CREATE TRIGGER x DELETE ON t BEGIN SELECT 1; END',
  ],
  ['the order of columns', 'CREATE TABLE t (a TEXT, id INTEGER PRIMARY KEY)'],
] as const) {
  test(`${difference} changes the fingerprint`, async () => {
    const plain = fingerprintCatalog(await catalogOf('CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)'))
    expect(fingerprintCatalog(await catalogOf(sql))).not.to.equal(plain)
  })
}

test('an empty database has an empty catalog', async () => {
  expect(await catalogOf('')).to.deep.equal({ tables: [], views: [], triggers: [], virtualTables: [] })
})
