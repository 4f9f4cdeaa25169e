import { test } from 'node:test'
import { expect } from 'chai'
import { parseCreateTable } from './parse-create-table.ts'

test('checks are found in columns and in the table, not in comments, texts or names', () => {
  const { checks } = parseCreateTable(`CREATE TABLE t (
    a INTEGER CHECK (a > 0 AND (a < 9)), -- CHECK (nothing)
    "check" TEXT DEFAULT 'CHECK (no)' /* , CHECK (no) */,
    b TEXT DEFAULT (lower('CHECK')),
    CONSTRAINT c CHECK(length( b )>1) CHECK (a<>b)
  )`)
  expect(checks).to.deep.equal(['a > 0 and(a < 9)', 'length(b) > 1', 'a <> b'])
})

test('collations belong to their column', () => {
  const { collations } = parseCreateTable(
    'CREATE TABLE t (a TEXT COLLATE nocase, "B c" VARCHAR(2, 3) NOT NULL COLLATE RTRIM, d, PRIMARY KEY (d COLLATE NOCASE))',
  )
  expect([...collations]).to.deep.equal([
    ['a', 'NOCASE'],
    ['b c', 'RTRIM'],
  ])
})

test('expressions of generated columns are found in the long and the short form', () => {
  const { expressions } = parseCreateTable(
    'CREATE TABLE t (a, b TEXT GENERATED ALWAYS AS (lower(a)) STORED, c AS ( a||"b" ))',
  )
  expect([...expressions]).to.deep.equal([
    ['b', 'lower(a)'],
    ['c', 'a || b'],
  ])
})

test('AUTOINCREMENT counts as a keyword only', () => {
  expect(parseCreateTable('CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT)').autoIncrement).to.equal(
    true,
  )
  expect(parseCreateTable("CREATE TABLE t (a DEFAULT 'AUTOINCREMENT')").autoIncrement).to.equal(false)
  expect(parseCreateTable('CREATE TABLE t (a, "autoincrement" TEXT)').autoIncrement).to.equal(false)
})

test('foreign keys come in the order of their declaration, each with its own DEFERRABLE', () => {
  const { foreignKeys } = parseCreateTable(`CREATE TABLE t (
    a INTEGER REFERENCES p (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    b INTEGER CONSTRAINT x REFERENCES p NOT DEFERRABLE,
    c, d,
    FOREIGN KEY (c, "d") REFERENCES q (c, d) DEFERRABLE
    FOREIGN KEY (d) REFERENCES q (d)
  )`)
  expect(foreignKeys).to.deep.equal([
    { columns: ['a'], deferrable: 'initially deferred' },
    { columns: ['b'], deferrable: 'no' },
    { columns: ['c', 'd'], deferrable: 'initially immediate' },
    { columns: ['d'], deferrable: 'no' },
  ])
})

test('a text without a list of columns is an error', () => {
  expect(() => parseCreateTable('CREATE TABLE t')).to.throw('parenthesis is missing')
  expect(() => parseCreateTable('CREATE TABLE t (a')).to.throw('never closed')
})
