import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import type { DataSource } from 'typeorm'
import { WITHOUT_POSTGRES } from '../schema/testing/open-postgres.ts'
import { migrateUpTo } from '../schema/testing/open-schema.ts'
import { DASHBOARD_ROWS } from './dashboard/testing/dashboard-rows.ts'
import { rowsByName, withoutZone } from './harvest/writing/testing/rows-by-name.ts'
import { ENGINES, type EngineName } from './testing/engines.ts'
import { type TemporarySchema, temporarySchema } from './testing/temporary-schema.ts'

const FOLDERS: Readonly<Record<EngineName, string>> = {
  SQLite: join(import.meta.dirname, '../../fixtures/queries'),
  PostgreSQL: join(import.meta.dirname, '../../fixtures/queries/postgres'),
}

const MORE_ROWS = [
  // The first two hard cases are about the moment of a snapshot; the third takes a microsecond from it.
  'DELETE FROM wom_snapshots WHERE id = 3',
  `UPDATE wom_snapshots SET ehp = 1.5, raw_data = '{"createdAt":"2025-12-22T23:59:59.999Z","data":{"skills":{"overall":{"experience":400}}}}'`,
]

const PARAMETERS: Readonly<Record<string, string>> = {
  ...{ since: '2025-12-01 00:00:00.000000', cutoff: '2025-12-01 12:00:00.000000+00:00' },
  ...{ newest_snapshot: '2025-12-02 00:00:00.000000+00:00', newcomer: 'Solo', newest_message: '5' },
  ...{ snapshots_7: '2025-12-15 15:00:00.000005+00:00', snapshots_30: '2025-11-22 15:00:00.000005+00:00' },
  ...{ snapshots_90: '2025-09-23 15:00:00.000005+00:00', snapshots_365: '2024-12-22 15:00:00.000005+00:00' },
  ...{ messages_7: '2025-12-15 15:00:00.000005', messages_30: '2025-11-22 15:00:00.000005' },
  ...{ messages_90: '2025-09-23 15:00:00.000005', first_day: '2025-11-23', baseline: '2025-10-24' },
  ...{ snapshot_id: '1', boss_name: 'hespori', username: 'Ann' },
}

interface Query {
  readonly name: string
  readonly sql: string
}

describe('the queries of the plan, on SQLite and on PostgreSQL', { skip: WITHOUT_POSTGRES }, () => {
  const clans: [EngineName, TemporarySchema][] = []

  before(async () => {
    for (const { engine } of ENGINES) {
      const schema = await temporarySchema(engine)
      clans.push([engine, schema])
      await migrateUpTo(schema.db, 'DedupSnapshots')
      for (const sql of DASHBOARD_ROWS) await schema.db.query(sql)
      await schema.db.runMigrations()
      for (const sql of MORE_ROWS) await schema.db.query(sql)
    }
  })

  after(async () => {
    for (const [, clan] of clans) await clan[Symbol.asyncDispose]()
  })

  for (const file of ['legacy.sql', 'shown.sql', 'harvested.sql', 'product.sql']) {
    it(`of ${file} have the same names, columns and answers`, async () => {
      const found: (readonly unknown[])[] = []
      for (const [engine, { db }] of clans) found.push(await answersOf(db, await queriesOf(engine, file)))
      expect(found[1]).to.deep.equal(found[0])
      expect(found[0]?.length).to.be.greaterThan(3)
    })
  }

  it('of hard-cases.sql have the same names, and add the same rows', async () => {
    const found: unknown[] = []
    for (const [engine, { db }] of clans) {
      const queries = await queriesOf(engine, 'hard-cases.sql')
      for (const { sql } of queries) await db.query(sql)
      found.push({ names: queries.map(({ name }) => name), rows: await rowsByName(db, { linked: true }) })
    }
    expect(found[1]).to.deep.equal(found[0])
  })

  it('of legacy-writer.sql are refused, or keep every id and every link', async () => {
    const [, clan] = clans.find(([engine]) => engine === 'PostgreSQL') ?? []
    if (clan === undefined) throw new Error('there is no clan on PostgreSQL')
    const { db } = clan
    const before = await membersAndLinks(db)
    const said: Record<string, string> = {}
    for (const query of await queriesOf('PostgreSQL', 'legacy-writer.sql')) {
      const [sql, values] = bound(query.sql, {
        username: 'Ann',
        role: 'owner',
        joined_at: null,
        last_updated: null,
      })
      const outcome = await db.query(sql, values).then(
        () => 'done',
        (error: Error) => error.message,
      )
      said[query.name] = outcome
      expect(await membersAndLinks(db), query.name).to.deep.equal(before)
    }
    expect(said['replace-member']).to.contain('keeps the id')
    expect(said['upsert-member']).to.equal('done')
    expect(said['insert-member']).to.contain('uq_clan_members_username')
  })
})

async function queriesOf(engine: EngineName, file: string): Promise<readonly Query[]> {
  const [, ...parts] = (await readFile(join(FOLDERS[engine], file), 'utf8')).split(/^-- name: /m)
  return parts.map((part) => {
    const [name = '', ...lines] = part.trim().replace(/;$/, '').split('\n')
    return { name, sql: lines.join('\n') }
  })
}

async function answersOf(db: DataSource, queries: readonly Query[]) {
  const answers: unknown[] = []
  for (const { name, sql } of queries) {
    const rows: readonly object[] = await db.query(...bound(sql, PARAMETERS))
    const answer = rows.map((row) => Object.entries(row).map(withoutZone))
    // Some leave their rows in any order.
    answers.push([name, /^ORDER BY/m.test(sql) ? answer : answer.map((row) => JSON.stringify(row)).sort()])
  }
  return answers
}

/** The values of the named parameters, in the order in which they stand; a colon in a literal is none of one. */
function bound(sql: string, values: Readonly<Record<string, string | null>>): [string, unknown[]] {
  const given: unknown[] = []
  const text = sql.replaceAll(/'[^']*'|(?<!:):(\w+)/g, (part, name?: string) => {
    if (name === undefined) return part
    given.push(values[name] ?? null)
    return '?'
  })
  return [text, given]
}

async function membersAndLinks(db: DataSource) {
  return {
    members: await db.query('SELECT id, username FROM clan_members ORDER BY id'),
    snapshots: await db.query('SELECT id, user_id FROM wom_snapshots ORDER BY id'),
    messages: await db.query('SELECT id, user_id FROM discord_messages ORDER BY id'),
  }
}
