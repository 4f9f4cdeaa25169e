import { describe, it } from 'node:test'
import { expect } from 'chai'
import { StagegateError } from '../vocabulary/stagegate-error.ts'
import type { Answer, QueryParameters } from './answer.ts'
import { observeAnswers } from './observe-answers.ts'
import { observeNewest } from './observe-newest.ts'
import { change, rejection, temporaryTarget } from './temporary-target.test.ts'

const WORDS = `CREATE TABLE words (id INTEGER PRIMARY KEY, word, at TEXT);
  INSERT INTO words VALUES (1, 'one', '2025-01-01'), (2, 'two', '2025-01-02'), (3, 'three', '2025-01-03');`

async function answerTo(sql: string, parameters?: QueryParameters): Promise<Answer | undefined> {
  await using target = temporaryTarget(WORDS)
  const [answer] = await observeAnswers(target, [{ name: 'q', sql }], parameters)
  return answer
}

async function rowsOf(sql: string, parameters?: QueryParameters) {
  const answer = await answerTo(sql, parameters)
  return answer && 'rows' in answer ? answer.rows : answer
}

describe('observeAnswers', () => {
  it('tells values apart that are equal and of different types', async () => {
    const values = ['NULL', '1', '1.0', "'1'", "X'31'", "''", "'NULL'"]
    expect(await rowsOf(`SELECT ${values.join(', ')}`)).to.deep.equal([
      ['NULL', '1', '1.0', "'1'", "X'31'", "''", "'NULL'"],
    ])
  })

  it('is exact for every digit, byte and quote', async () => {
    const values = `1318672905128575079, -9223372036854775808, 0.1 + 0.2, 'it''s', 'a' || char(0) || 'b',
      'Élan 1', CAST(X'61FF' AS TEXT), 'two' || char(10) || 'lines'`
    expect(await rowsOf(`SELECT ${values}`)).to.deep.equal([
      [
        '1318672905128575079',
        '-9223372036854775808',
        '3.00000000000000044e-01',
        "'it''s'",
        "CAST(X'610062' AS TEXT)",
        "'Élan 1'",
        "CAST(X'61FF' AS TEXT)",
        "'two\nlines'",
      ],
    ])
  })

  it('keeps the order of the query, and names its columns', async () => {
    expect(
      await answerTo(
        'SELECT word, count(*), 1, word, 2 AS "1" FROM words GROUP BY word ORDER BY max(id) DESC',
      ),
    ).to.deep.equal({
      name: 'q',
      columns: ['word', 'count(*)', '1', 'word:1', '1:1'],
      rows: [
        ["'three'", '1', '1', "'three'", '2'],
        ["'two'", '1', '1', "'two'", '2'],
        ["'one'", '1', '1', "'one'", '2'],
      ],
    })
  })

  it('names the columns of no rows, and takes common table expressions and comments', async () => {
    const sql =
      '-- all\nWITH w AS (SELECT * FROM words WHERE at > :since) SELECT id AS "the id" FROM w -- none'
    expect(await answerTo(sql, { since: '2026' })).to.deep.equal({ name: 'q', columns: ['the id'], rows: [] })
  })

  it('binds parameters by name, however often and in whatever order they stand', async () => {
    const sql = `SELECT ':no', :b, word FROM words /* :no */ WHERE at >= :a AND id < :b AND at <> :a ORDER BY id`
    expect(await rowsOf(sql, { a: '2025-01-01', b: 3 })).to.deep.equal([["':no'", '3', "'two'"]])
  })

  it('binds text, and does not paste it', async () => {
    const text = `x' OR 1 = 1; DROP TABLE words; --`
    expect(await rowsOf('SELECT :text WHERE :text <> 1', { text })).to.deep.equal([
      [`'${text.replace("'", "''")}'`],
    ])
    expect(await rowsOf('SELECT id FROM words WHERE word = :text', { text })).to.deep.equal([])
  })

  it('runs every query, and gives the words of the engine for one that fails', async () => {
    await using target = temporaryTarget(WORDS)
    const queries = [
      { name: 'unknown', sql: 'SELECT nowhere FROM words' },
      { name: 'gone', sql: 'SELECT * FROM verbs' },
      { name: 'late', sql: "SELECT json_extract(word, '$') FROM words" },
      { name: 'writing', sql: 'DELETE FROM words' },
      { name: 'two', sql: 'SELECT 1; SELECT 2' },
      { name: 'sound', sql: 'SELECT count(*) AS n FROM words' },
      { name: 'as sound', sql: 'SELECT 1.0 AS "1"' },
    ]
    const answers = await observeAnswers(target, queries)
    expect(answers.slice(0, 3)).to.deep.equal([
      { name: 'unknown', failure: 'SQLITE_ERROR: no such column: nowhere' },
      { name: 'gone', failure: 'SQLITE_ERROR: no such table: verbs' },
      { name: 'late', failure: 'SQLITE_ERROR: malformed JSON' },
    ])
    expect(answers.slice(3, 5).map((answer) => 'failure' in answer)).to.deep.equal([true, true])
    expect(answers.slice(5)).to.deep.equal([
      { name: 'sound', columns: ['n'], rows: [['3']] },
      { name: 'as sound', columns: ['1'], rows: [['1.0']] },
    ])
  })

  it('refuses a parameter that is not given, before anything runs', async () => {
    const error = await answerTo('SELECT :since, :until', { since: 'x' }).catch((error: unknown) => error)
    expect(error).to.be.instanceOf(StagegateError)
    expect(String(error)).to.contain('The query q has a parameter that is not given: until.')
    // What every object has is not given either.
    expect(await rejection(answerTo('SELECT :constructor'))).to.contain('not given: constructor')
  })

  it('refuses a parameter that no query has', async () => {
    const error = await answerTo('SELECT :since', { since: 'x', sinse: 'x' }).catch((error: unknown) => error)
    expect(error).to.be.instanceOf(StagegateError)
    expect(String(error)).to.contain('No query has the parameter sinse.').and.to.contain('since')
  })

  for (const parameter of ['?', '?1', '@since', '$since']) {
    it(`refuses ${parameter}, which would be numbered among the named ones`, async () => {
      expect(await rejection(answerTo(`SELECT ${parameter}`))).to.contain('not written like :since')
    })
  }

  it('refuses what is no SQL', async () => {
    const error = await answerTo("SELECT 'one FROM words").catch((error: unknown) => error)
    expect(error).to.be.instanceOf(StagegateError)
    expect(String(error)).to.contain('The query q is no SQL.').and.to.contain("'one FROM words")
  })

  it('sees what has been written since', async () => {
    await using target = temporaryTarget(WORDS)
    const queries = [{ name: 'q', sql: 'SELECT count(*) AS n FROM words' }]
    await observeAnswers(target, queries)
    change(target.location, 'DELETE FROM words')
    expect(await observeAnswers(target, queries)).to.deep.equal([
      { name: 'q', columns: ['n'], rows: [['0']] },
    ])
  })

  it('has room for hundreds of thousands of rows', async () => {
    const rows =
      await rowsOf(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000)
      SELECT i, 'player ' || i AS name, i * 0.5 AS hours FROM n ORDER BY i DESC`)
    if (!Array.isArray(rows)) throw new Error('The query failed.')
    expect(rows.length).to.equal(300_000)
    expect(rows.at(-1)).to.deep.equal(['1', "'player 1'", '0.5'])
  })
})

describe('observeNewest', () => {
  const newest = async (request: Parameters<typeof observeNewest>[1], sql = WORDS) => {
    await using target = temporaryTarget(sql)
    return await observeNewest(target, request)
  }

  it('is the last value, or the last one at or before a moment', async () => {
    const request = { table: 'words', column: 'at' }
    expect(await newest(request)).to.equal('2025-01-03')
    expect(await newest({ ...request, atOrBefore: '2025-01-02' })).to.equal('2025-01-02')
    expect(await newest({ ...request, atOrBefore: '2025-01-02 15:00' })).to.equal('2025-01-02')
    expect(await newest({ ...request, atOrBefore: '2024' })).to.equal(null)
  })

  it('leaves out what is NULL, and is exact', async () => {
    const sql = 'CREATE TABLE t (a); INSERT INTO t VALUES (1318672905128575079), (NULL)'
    expect(await newest({ table: 't', column: 'a' }, sql)).to.equal('1318672905128575079')
    expect(await newest({ table: 't', column: 'a' }, 'CREATE TABLE t (a)')).to.equal(null)
  })

  it('orders by bytes, whatever the collation of the column', async () => {
    const sql = `CREATE TABLE t (a TEXT COLLATE NOCASE); INSERT INTO t VALUES ('b'), ('C')`
    expect(await newest({ table: 't', column: 'a' }, sql)).to.equal('b')
    expect(await newest({ table: 't', column: 'a', atOrBefore: 'a' }, sql)).to.equal('C')
  })

  it('names what is not there', async () => {
    expect(await rejection(newest({ table: 'words', column: 'att' }))).to.contain('no column att')
    expect(await rejection(newest({ table: 'verbs', column: 'at' }))).to.contain('no table verbs')
  })
})
