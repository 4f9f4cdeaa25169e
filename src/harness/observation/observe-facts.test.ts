import { test } from 'node:test'
import { expect } from 'chai'
import { EntitySchema } from 'typeorm'
import { observeCensus } from './observe-census.ts'
import { observeDrift } from './observe-drift.ts'
import { observeDuplicates } from './observe-duplicates.ts'
import { observeHistory } from './observe-history.ts'
import { observeIntegrity } from './observe-integrity.ts'
import { observeLinkGroups } from './observe-link-groups.ts'
import { observeNameRows } from './observe-name-rows.ts'
import { observeOrphans } from './observe-orphans.ts'
import { observeSize } from './observe-size.ts'
import { observeValues } from './observe-values.ts'
import { observeWideIntegers } from './observe-wide-integers.ts'
import { rejection, temporaryTarget } from './temporary-target.test.ts'
import { withObserver } from './with-observer.ts'

const FAMILY = `PRAGMA foreign_keys = OFF; CREATE TABLE parents (id INTEGER, name TEXT);
  CREATE TABLE children (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES parents (id), name TEXT);`

test('the history comes in order of id, and is empty without its table', async () => {
  await using target =
    temporaryTarget(`CREATE TABLE migrations (id INTEGER PRIMARY KEY, timestamp bigint, name varchar);
    INSERT INTO migrations VALUES (2, 1766426400000, 'B1766426400000'), (1, 1765833000000, 'A1765833000000')`)
  expect(await observeHistory(target)).to.deep.equal([
    { id: 1, timestamp: 1765833000000, name: 'A1765833000000' },
    { id: 2, timestamp: 1766426400000, name: 'B1766426400000' },
  ])
  expect(await observeHistory(target, 'history')).to.deep.equal([])
})

test('the census counts every table but the ORM’s', async () => {
  await using target = temporaryTarget(`${FAMILY} CREATE TABLE migrations (id);
    INSERT INTO parents VALUES (1, 'a'), (2, 'b')`)
  expect(await observeCensus(target)).to.deep.equal({ parents: 2, children: 0 })
  expect(await observeCensus(target, { leaveOut: [] })).to.deep.equal({
    parents: 2,
    children: 0,
    migrations: 0,
  })
})

test('link groups keep wide integers, NULL and the empty text, and cases apart', async () => {
  await using target = temporaryTarget(`CREATE TABLE t (name TEXT COLLATE NOCASE, link INTEGER);
    INSERT INTO t VALUES (NULL, NULL), ('', NULL), ('Bob', 1318672905128575079), ('bob', 1318672905128575079),
      ('bob', 1318672905128575079)`)
  expect(await observeLinkGroups(target, { table: 't', key: 'name', link: 'link' })).to.deep.equal([
    { key: null, link: null, rows: 1 },
    { key: '', link: null, rows: 1 },
    { key: 'Bob', link: '1318672905128575079', rows: 1 },
    { key: 'bob', link: '1318672905128575079', rows: 2 },
  ])
})

test('names that a collation calls equal are told apart, and blobs and numbers are shown as what they are', async () => {
  await using target =
    temporaryTarget(`CREATE TABLE t (name TEXT COLLATE NOCASE, link INTEGER, at TEXT COLLATE NOCASE);
    INSERT INTO t VALUES ('Bob', 1, 'a'), ('bob', NULL, 'b'), ('bob', NULL, 'B'), ('BOB', NULL, 'x'), ('bob ', NULL, NULL), (x'62', NULL, 'c')`)
  const columns = { table: 't', name: 'name', link: 'link', moment: 'at' }
  expect(await observeNameRows(target, columns)).to.deep.equal([
    { name: 'BOB', rows: 1, unlinked: 1, firstSeen: 'x', lastSeen: 'x' },
    { name: 'Bob', rows: 1, unlinked: 0, firstSeen: null, lastSeen: null },
    { name: 'bob', rows: 2, unlinked: 2, firstSeen: 'B', lastSeen: 'b' },
    { name: 'bob ', rows: 1, unlinked: 1, firstSeen: null, lastSeen: null },
    { name: "X'62'", rows: 1, unlinked: 1, firstSeen: 'c', lastSeen: 'c' },
  ])
})

test('values come as exact text in the order of the columns', async () => {
  await using target = temporaryTarget(`CREATE TABLE t (id INTEGER, name TEXT);
    INSERT INTO t VALUES (9007199254740993, 'it''s'), (2, NULL), (3, 'a' || char(0) || 'b')`)
  expect(await observeValues(target, { table: 't', columns: ['id', 'name'] })).to.deep.equal([
    ['2', null],
    ['3', 'a\0b'],
    ['9007199254740993', "it's"],
  ])
})

test('duplicates are what a unique constraint would refuse', async () => {
  await using target = temporaryTarget(`CREATE TABLE t (a TEXT, b INTEGER);
    INSERT INTO t VALUES ('x', 1), ('x', 1), ('x', 2), ('X', 1), (NULL, 1), (NULL, 1)`)
  expect(await observeDuplicates(target, { table: 't', columns: ['a', 'b'] })).to.deep.equal([
    { values: ['x', '1'], rows: 2 },
  ])
  expect(await observeDuplicates(target, { table: 't', columns: ['a'] })).to.deep.equal([
    { values: ['x'], rows: 3 },
  ])
})

test('a NULL among the parents hides no orphan, and a parent that is there twice makes none', async () => {
  await using target = temporaryTarget(`${FAMILY}
    INSERT INTO parents VALUES (1, 'a'), (1, 'a'), (NULL, 'b');
    INSERT INTO children VALUES (10, 1, ''), (11, NULL, ''), (1318672905128575079, 9007199254740993, '')`)
  const link = { table: 'children', column: 'parent_id', parent: 'parents', parentColumn: 'id' }
  expect(await observeOrphans(target, link)).to.deep.equal({
    population: 2,
    orphans: 1,
    first: [{ key: ['1318672905128575079'], value: '9007199254740993' }],
  })
})

test('ten orphans are shown, all are counted', async () => {
  await using target = temporaryTarget(`${FAMILY}
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 25) INSERT INTO children SELECT i, i, '' FROM n`)
  const link = { table: 'children', column: 'parent_id', parent: 'parents', parentColumn: 'id' }
  const { orphans, first } = await observeOrphans(target, link)
  expect([orphans, first.length, first[9]]).to.deep.equal([25, 10, { key: ['10'], value: '10' }])
})

test('wide integers are counted by what a double does to them', async () => {
  await using target = temporaryTarget(`CREATE TABLE t (a);
    INSERT INTO t VALUES (NULL), (5), (9007199254740992), (9007199254740993), (9007199254740994),
      (-9007199254740993), (9223372036854775807), (1.3e18), ('1318672905128575079')`)
  expect(await observeWideIntegers(target, { table: 't', column: 'a' })).to.deep.equal({
    rows: 8,
    wide: 4,
    inexact: 3,
    nonInteger: 2,
  })
})

test('broken foreign keys are found, with all their digits', async () => {
  await using target = temporaryTarget(`PRAGMA foreign_keys = OFF;
    CREATE TABLE parents (a INTEGER, b INTEGER, PRIMARY KEY (a, b));
    CREATE TABLE children (id INTEGER PRIMARY KEY, self INTEGER REFERENCES children (id), x INTEGER, y INTEGER,
      FOREIGN KEY (x, y) REFERENCES parents (a, b));
    INSERT INTO children VALUES (1318672905128575079, NULL, 1, 2), (2, 2, NULL, 5)`)
  expect(await observeIntegrity(target)).to.deep.equal({
    foreignKeys: 2,
    childRows: 2,
    violationCount: 1,
    violations: [{ table: 'children', rowid: '1318672905128575079', parent: 'parents', columns: ['x', 'y'] }],
    messages: [],
  })
})

test('the size is the file’s', async () => {
  await using target = temporaryTarget('PRAGMA page_size = 512; CREATE TABLE t (a)')
  expect(await observeSize(target)).to.equal(1024)
})

test('drift is what TypeORM would still run', async () => {
  const columns = { id: { type: 'integer', primary: true }, name: { type: 'varchar' } } as const
  const people = new EntitySchema({ name: 'people', columns })
  await using agreeing = temporaryTarget(
    'CREATE TABLE people (id integer PRIMARY KEY NOT NULL, name varchar NOT NULL)',
    [people],
  )
  expect(await observeDrift(agreeing)).to.deep.equal([])
  await using drifting = temporaryTarget('CREATE TABLE people (id integer PRIMARY KEY NOT NULL)', [people])
  expect((await observeDrift(drifting)).join('\n')).to.contain('"name" varchar NOT NULL')
  expect(await observeCensus(drifting)).to.deep.equal({ people: 0 })
})

test('the observer needs the lease, gives it back, and cannot write', async () => {
  await using target = temporaryTarget('CREATE TABLE t (a)')
  const write = withObserver(target, ({ db }) => db.all('INSERT INTO t VALUES (?)', [1]))
  expect(await rejection(write))
    .to.contain('readonly')
    .and.to.contain('INSERT INTO t')
  const lease = target.lease('migrator')
  expect(await rejection(observeCensus(target))).to.contain('open by the migrator')
  expect(await rejection(observeDrift(target))).to.contain('open by the migrator')
  await lease[Symbol.asyncDispose]()
  expect(await observeCensus(target)).to.deep.equal({ t: 0 })
})

test('a database in WAL mode is read like any other', async () => {
  await using target = temporaryTarget(
    'PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES (1)',
  )
  expect(await observeCensus(target)).to.deep.equal({ t: 1 })
})

test('names that need quotes are quoted', async () => {
  await using target = temporaryTarget(
    'CREATE TABLE "a""; b" ("c d" INTEGER); INSERT INTO "a""; b" VALUES (1)',
  )
  expect(await observeCensus(target)).to.deep.equal({ 'a"; b': 1 })
  expect(await observeValues(target, { table: 'a"; b', columns: ['c d'] })).to.deep.equal([['1']])
})
