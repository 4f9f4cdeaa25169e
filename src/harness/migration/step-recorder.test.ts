import { it } from 'node:test'
import { expect } from 'chai'
import { onEveryEngine } from '../target/testing/on-every-engine.ts'
import { migrate } from './migrate.ts'
import { LARGE_INSERT, migrationOf, smallHistory, THREE } from './testing/small-history.ts'

onEveryEngine('the steps of a migration', (engine) => {
  const historyOf = (migrations = THREE) => smallHistory(migrations, 'each', engine)

  it('count what each migration sent, its record and its commit included, and nothing else', async () => {
    await using history = await historyOf()
    const steps = await migrate(history.target, 'head')
    // One, three and one statements of their own; then the record and the commit.
    expect(steps.map(({ statements }) => statements)).to.deep.equal([3, 5, 3])
  })

  it('have numbers of their own, though they ran on one connection', async () => {
    await using history = await historyOf()
    const [first, second, third] = await migrate(history.target, 'head')
    expect(second?.bytesBefore).to.equal(first?.bytesAfter)
    expect((second?.bytesAfter ?? 0) - (second?.bytesBefore ?? 0)).to.be.greaterThan(100_000)
    expect(third?.bytesBefore).to.equal(second?.bytesAfter)
    expect(first?.slowest.map(({ sql }) => sql)).to.include('CREATE TABLE one (a text)')
    expect(second?.slowest.map(({ sql }) => sql)).to.include('CREATE TABLE two (a text)')
    expect(second?.slowest.map(({ sql }) => sql)).not.to.include('CREATE TABLE one (a text)')
    for (const step of [first, second, third]) {
      const slowest = step?.slowest.map(({ milliseconds }) => milliseconds) ?? []
      expect(step?.milliseconds).to.be.greaterThan(slowest.reduce((sum, each) => sum + each, 0))
      expect(slowest).to.deep.equal([...slowest].sort((a, b) => b - a))
    }
  })

  it('take their own time: one that is slow does not make the next one slow', async () => {
    const slow = `CREATE TABLE two AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000)
      SELECT max(i) AS a FROM n`
    const [one, , three] = THREE
    await using history = await historyOf([
      ...(one ? [one] : []),
      migrationOf('Second', 2, [slow]),
      ...(three ? [three] : []),
    ])
    const [, second, third] = await migrate(history.target, 'head')
    expect(third?.milliseconds).to.be.lessThan(second?.milliseconds ?? 0)
  })

  it('count from the start again in another run, and on the way down', async () => {
    await using history = await historyOf()
    await migrate(history.target, 'head')
    const down = await migrate(history.target, 'First')
    // One statement of its own, the record and the commit; asking afterwards whether it was reverted is none of it.
    expect(down.map(({ migration, statements }) => [migration, statements])).to.deep.equal([
      ['Third', 3],
      ['Second', 3],
    ])
  })

  it('show five statements at the most, each in one line and cut short', async () => {
    const long = (digit: number) => `INSERT INTO one\n\t VALUES ('${digit}${'x'.repeat(600)}')`
    const up = ['CREATE TABLE one (a text)', ...Array.from({ length: 9 }, (_, digit) => long(digit))]
    await using history = await historyOf([migrationOf('First', 1, up)])
    const [step] = await migrate(history.target, 'head')
    expect(step?.statements).to.equal(12)
    expect(step?.slowest).to.have.length(5)
    const inserts = step?.slowest.filter(({ sql }) => sql.startsWith('INSERT INTO one VALUES')) ?? []
    expect(inserts.length).to.be.greaterThan(0)
    for (const { sql } of inserts) expect(sql).to.have.length(500)
  })

  it('show a statement once, however often it was sent, with the rows that the engine tells of', async () => {
    const insert = `INSERT INTO one VALUES ('a'), ('b')`
    const up = ['CREATE TABLE one (a text)', insert, insert, `${insert} `, 'SELECT a FROM one']
    await using history = await historyOf([migrationOf('First', 1, up)])
    const [step] = await migrate(history.target, 'head')
    expect(step?.statements).to.equal(7)
    const of = (sql: string) => step?.slowest.filter((each) => each.sql === sql) ?? []
    expect(of(insert).map(({ calls, rows }) => [calls, rows])).to.deep.equal([
      // The driver of SQLite does not say how many rows a statement wrote.
      [3, engine === 'postgres' ? 6 : null],
    ])
    expect(of('SELECT a FROM one').map(({ calls, rows }) => [calls, rows])).to.deep.equal([[1, 6]])
  })

  it('have the size after the rollback when one fails', async () => {
    const broken = migrationOf('Second', 2, ['CREATE TABLE two (a text)', LARGE_INSERT, 'nonsense'])
    await using history = await historyOf([...THREE.slice(0, 1), broken])
    const [, failed] = await migrate(history.target, 'head')
    expect(failed?.failure?.message).to.contain('syntax error')
    // PostgreSQL's catalogs keep dead rows of their own.
    const slack = engine === 'postgres' ? 50_000 : 0
    expect((failed?.bytesAfter ?? 0) - (failed?.bytesBefore ?? 0)).to.be.at.most(slack)
  })
})
