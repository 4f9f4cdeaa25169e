import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { DataSource, type QueryRunner } from 'typeorm'
import { rebuildTable } from './rebuild-table.ts'

const BODY = '"id" integer PRIMARY KEY NOT NULL, "data" text'
const REBUILD = {
  to: { name: 't', body: '"id" integer PRIMARY KEY NOT NULL, "link" integer, "data" text' },
  from: [BODY],
  values: { id: 'old.id', link: 'old.id % 7', data: 'old.data' },
}

async function withTable(rows: string, work: (runner: QueryRunner) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'rebuild-'))
  const dataSource = await new DataSource({
    type: 'better-sqlite3',
    database: join(folder, 't.db'),
  }).initialize()
  const runner = dataSource.createQueryRunner()
  try {
    await runner.query(`CREATE TABLE "t" (${BODY})`)
    await runner.query(`INSERT INTO t ${rows}`)
    await work(runner)
  } finally {
    await runner.release()
    await dataSource.destroy()
    await rm(folder, { recursive: true })
  }
}

async function pages(runner: QueryRunner): Promise<number> {
  const [row] = await runner.query('SELECT page_count AS pages FROM pragma_page_count()')
  return row.pages
}

const NUMBERS = (last: number) =>
  `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${last}) SELECT`

describe('rebuildTable', () => {
  it('moves a large table without leaving a file of twice its size', async () => {
    await withTable(`${NUMBERS(3000)} i, hex(zeroblob(5000)) FROM n`, async (runner) => {
      const before = await pages(runner)
      await runner.startTransaction()
      await rebuildTable(runner, REBUILD)
      await runner.commitTransaction()
      expect(await pages(runner)).to.be.below(before * 1.5)
      const [{ rows }] = await runner.query(
        'SELECT count(*) AS rows FROM t WHERE length(data) = 10000 AND link = id % 7',
      )
      expect(rows).to.equal(3000)
    })
  })

  for (const [what, rows, count] of [
    ['no row', 'SELECT 1, 1 WHERE 0', 0],
    ['one row', "VALUES (1, 'a')", 1],
    ['one row whose id no double can hold', "VALUES (9007199254740993, 'a')", 1],
    ['exactly one part', `${NUMBERS(1000)} i, i FROM n`, 1000],
    ['one row more than a part', `${NUMBERS(1001)} i, i FROM n`, 1001],
    [
      'negative ids, gaps and the largest id',
      `${NUMBERS(2500)} CASE i WHEN 7 THEN 9223372036854775807 ELSE (i - 1200) * 3 END, i FROM n`,
      2500,
    ],
  ] as const) {
    it(`moves every row as it is: ${what}`, async () => {
      await withTable(rows, async (runner) => {
        await runner.query('CREATE TEMP TABLE was AS SELECT * FROM t')
        await rebuildTable(runner, REBUILD)
        const [{ same }] = await runner.query(
          'SELECT count(*) AS same FROM was JOIN t ON t.id = was.id AND t.data IS was.data AND t.link = was.id % 7',
        )
        const [{ all }] = await runner.query('SELECT count(*) AS "all" FROM t')
        expect([same, all]).to.deep.equal([count, count])
      })
    })
  }
})
