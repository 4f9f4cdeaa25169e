import { test } from 'node:test'
import { expect } from 'chai'
import { observeCatalog } from './observe-catalog.ts'
import { observeCensus } from './observe-census.ts'
import { observeColumns } from './observe-columns.ts'
import { observeRevisions } from './observe-revisions.ts'
import { temporaryTarget } from './temporary-target.test.ts'

const TABLE = 'CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);'

test('Alembic’s revisions come sorted', async () => {
  await using target = temporaryTarget(`${TABLE} INSERT INTO alembic_version VALUES ('b'), ('a')`)
  expect(await observeRevisions(target)).to.deep.equal(['a', 'b'])
})

test('an empty table of Alembic’s is none, and no table is null', async () => {
  await using empty = temporaryTarget(TABLE)
  expect(await observeRevisions(empty)).to.deep.equal([])
  await using without = temporaryTarget('CREATE TABLE a (b)')
  expect(await observeRevisions(without)).to.equal(null)
})

test('a table of that name without its column says nothing', async () => {
  await using target = temporaryTarget('CREATE TABLE alembic_version (revision TEXT)')
  expect(await observeRevisions(target)).to.equal(null)
})

test('a revision that is no text, or nothing, is text all the same', async () => {
  await using target = temporaryTarget(`CREATE TABLE alembic_version (version_num);
    INSERT INTO alembic_version VALUES (17), (NULL)`)
  expect(await observeRevisions(target)).to.deep.equal(['', '17'])
})

test('the columns of a table come in order, and null without the table', async () => {
  await using target = temporaryTarget(`CREATE TABLE a (c, b)`)
  expect(await observeColumns(target, 'a')).to.deep.equal(['c', 'b'])
  expect(await observeColumns(target, 'b')).to.equal(null)
})

test('Alembic’s table is no part of the schema under test', async () => {
  await using target = temporaryTarget(`${TABLE} CREATE TABLE a (b)`)
  expect((await observeCatalog(target)).tables.map(({ name }) => name)).to.deep.equal(['a'])
  expect(await observeCensus(target)).to.deep.equal({ a: 0 })
})
