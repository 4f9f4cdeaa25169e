import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import Sqlite from 'better-sqlite3'
import { expect } from 'chai'
import { CLAN_ROWS, HAND_MADE } from './testing/clan-rows.ts'
import { migrateUpTo, openSchema } from './testing/open-schema.ts'

const QUERIES = join(import.meta.dirname, '../../fixtures/queries/legacy.sql')
const PARAMETERS = { since: '2025-12-01 10:00:02.000000', cutoff: '2025-12-02 00:00:00.000000+00:00' }

interface LegacyQuery {
  readonly name: string
  readonly sql: string
}

let directory: string
let location: string
let queries: readonly LegacyQuery[]
let atDedupSnapshots: readonly unknown[]
let withHandMade: readonly unknown[]

/** The answer to every query: the names of its columns, and its rows. */
function answers(): readonly (readonly (readonly unknown[])[])[] {
  const database = new Sqlite(location, { readonly: true })
  try {
    return queries.map(({ sql }) => {
      const statement = database.prepare<[object], readonly unknown[]>(sql).safeIntegers().raw()
      const asked = Object.entries(PARAMETERS).filter(([name]) => sql.includes(`:${name}`))
      const columns = statement.columns().map(({ name }) => name)
      return [columns, ...statement.all(Object.fromEntries(asked))]
    })
  } finally {
    database.close()
  }
}

/** The columns that a query orders its answer by. */
function orderOf(sql: string): readonly string[] {
  const [, columns = ''] = /^ORDER BY (.+);$/m.exec(sql) ?? []
  return columns.split(', ').map((column) => column.replace(/^\w+\./, ''))
}

describe('the queries of existing scripts and dashboards', () => {
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'schema-legacy-'))
    location = join(directory, 'clan.db')
    const [, ...parts] = (await readFile(QUERIES, 'utf8')).split(/^-- name: /m)
    queries = parts.map((part) => ({ name: part.split('\n', 1)[0] ?? '', sql: part.replace(/^.*\n/, '') }))

    const dataSource = await openSchema(location)
    await migrateUpTo(dataSource, 'DedupSnapshots')
    for (const statement of CLAN_ROWS) await dataSource.query(statement)
    atDedupSnapshots = answers()
    for (const statement of HAND_MADE) await dataSource.query(statement)
    withHandMade = answers()
    await dataSource.runMigrations()
    await dataSource.destroy()
  })

  after(async () => {
    await rm(directory, { recursive: true })
  })

  it('have names of their own, and each says who runs it', () => {
    expect(queries).to.have.lengthOf(11)
    expect(new Set(queries.map(({ name }) => name))).to.have.lengthOf(queries.length)
    for (const { name, sql } of queries) expect(sql, name).to.match(/^-- Run by /)
  })

  it('have answers with rows', () => {
    for (const [at, answer] of answers().entries()) {
      expect(answer.length, queries[at]?.name).to.be.above(1)
    }
  })

  it('have the same answers before and after the refactoring, with and without what was made by hand', () => {
    for (const [at, answer] of answers().entries()) {
      expect(answer, queries[at]?.name).to.deep.equal(atDedupSnapshots[at])
      expect(answer, queries[at]?.name).to.deep.equal(withHandMade[at])
    }
  })

  it('leave no two rows without an order', () => {
    for (const [at, [columns = [], ...rows]] of answers().entries()) {
      const { name, sql } = queries[at] ?? { name: '', sql: '' }
      const order = orderOf(sql)
      expect(columns, name).to.include.members([...order])
      const places = order.map((column) => columns.indexOf(column))
      const keys = rows.map((row) => places.map((place) => String(row[place])).join(' | '))
      expect(new Set(keys).size, name).to.equal(rows.length)
    }
  })
})
